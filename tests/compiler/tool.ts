import { spawn } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const cli = path.join(root, 'lib', 'cli.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

export interface Start {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another installation than the one in this repository. */
  readonly script?: string;
  /** Called for each piece of talk, with a way to send the process a signal. */
  readonly onTalk?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs `build-scorm` with these arguments, as a shell would, and waits for its end. */
export function run(args: readonly string[], { cwd, env = {}, script = cli, onTalk }: Start): Promise<Run> {
  // Only what a shell needs, so that a developer's FORCE_COLOR or a CI's GITHUB_ACTIONS changes no test.
  const child = spawn(process.execPath, [script, ...args], { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } });
  let out = '';
  let talk = '';
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    talk += String(data);
    onTalk?.(talk, (signal) => child.kill(signal));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, talk }));
  });
}

/** An empty folder of its own for each test; the caller removes it. */
export const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'build-scorm-'));

/** Copies the content of a case to `<folder>/<name>`. */
export async function copyCase(name: string, folder: string): Promise<void> {
  await cp(path.join(root, 'tests', 'cases', name, 'content'), folder, { recursive: true, verbatimSymlinks: true });
}

/** A course of two files. */
export async function writeCourse(folder: string, id = 'sample'): Promise<void> {
  await cp(path.join(root, 'tests', 'cases', 'without-quiz', 'content'), folder, { recursive: true });
  await writeFile(path.join(folder, 'course.yml'), `id: ${id}\ntitle: Sample course\nlanguage: en\n`);
}
