import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CompiledOutput, Toolbox } from '../compile.ts';
import { packageError } from '../package/package-error.ts';
import { renderSheet } from '../pages/sheet/render-sheet.ts';
import type { Target } from '../targets/target.ts';

/**
 * Writes the trainer's sheet beside a package: the package's name with `-trainer.html`.
 *
 * @param zip absolute path of the package
 * @returns absolute path of the sheet
 * @throws PackageError if it cannot be written; an older sheet is untouched then
 */
export async function writeSheet(
  { course, rendered }: CompiledOutput,
  zip: string,
  target: Target,
  toolbox: Toolbox,
): Promise<string> {
  const destination = zip.replace(/\.zip$/, '-trainer.html');
  const text = renderSheet(rendered, {
    templates: toolbox.templates,
    words: toolbox.wordsOf(course.language).words,
    language: course.words.language,
    file: path.basename(zip),
    standard: target.label,
  });
  const temporary = `${destination}.${process.pid}.part`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, destination);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw packageError('written', destination, error);
  }
  return destination;
}
