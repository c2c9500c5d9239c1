import { join } from 'node:path';
import process from 'node:process';
import { writePackage } from '../../src/package/write-package.ts';
import type { PackageFile } from '../../src/pages/rendered-course.ts';

// Run as a child process that a test kills: writes one package again and again, each time one of two versions.
// Parameters: the folder for the package, and how many times (0: until killed).
const [folder = '', times = '0'] = process.argv.slice(2);

function version(letter: string): PackageFile[] {
  const pages = Array.from({ length: 30 }, (_, n) => ({ path: `page${n}.html`, text: letter.repeat(20_000 + n) }));
  return [{ path: 'imsmanifest.xml', text: `<manifest version="${letter}"/>` }, ...pages];
}
const versions = [version('a'), version('b')];

async function build(): Promise<void> {
  for (let n = 0; times === '0' || n < Number(times); n++) {
    await writePackage(versions[n % 2] ?? [], join(folder, 'course.zip'), { date: new Date(0) });
    process.stdout.write('.');
  }
}

build().catch((error: unknown) => {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
