import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Compiled, CompiledOutput, Toolbox } from '../../src/compile.ts';
import { compileEditions } from '../../src/compile-editions.ts';
import type { CourseData } from '../../src/contract/course-data.ts';
import { readProject } from '../../src/course/read-project.ts';
import { formatMessages } from '../../src/diagnostics/format-messages.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';

/** A course with what was said of it in all its languages. */
export interface CompiledCase extends Compiled {
  /** In the other languages than the main one. */
  readonly translations: readonly CompiledOutput[];
}

/**
 * Compiles the course in `<folder>/content`. Paths in messages begin with `content/`, wherever the tests run.
 */
export async function compileCase(folder: string, toolbox: Toolbox): Promise<CompiledCase> {
  const project = await readProject(path.join(folder, 'content'), folder);
  const [main, ...others] = await compileEditions(project, scorm12, toolbox);
  if (main === undefined) throw new Error(`${folder} has no edition.`);
  const translations = others.flatMap(({ output }) => output ?? []);
  return { ...main, sources: [main, ...others].flatMap(({ sources }) => sources), translations };
}

/**
 * What a case says: its messages, exactly as printed; of a course without errors also what the player gets
 * (`course.json`), and of its pages those that `expected/pages/` asks for.
 *
 * @param wanted names of the files under `expected/`
 */
export function outcome(compiled: CompiledCase, wanted: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const messages = formatMessages(compiled.sources, false);
  if (messages !== '') found.set('messages.txt', messages);
  const { output } = compiled;
  if (output === null) return found;
  found.set('course.json', `${JSON.stringify(withoutWords(output.rendered.data), null, 2)}\n`);
  for (const { rendered } of compiled.translations)
    found.set(`course.${rendered.data.language}.json`, `${JSON.stringify(withoutWords(rendered.data), null, 2)}\n`);
  for (const name of wanted.filter((file) => file.startsWith('pages/'))) {
    const page = output.files.find((file) => file.path === name);
    found.set(name, page !== undefined && 'text' in page ? proseOf(page.text) : 'There is no such page in the package.\n');
  }
  return found;
}

/** What changes with every build or belongs to the templates, not to the course, is left out. */
function withoutWords({ strings: _strings, build: _build, ...rest }: CourseData): Partial<CourseData> {
  return rest;
}

/** The lesson's text alone: what stands around it belongs to the templates, whose tests are elsewhere. */
function proseOf(page: string): string {
  const from = Math.max(page.indexOf('<div class="prose">'), page.indexOf('<dl class="glossary">'));
  const to = page.indexOf('</article>');
  if (from < 0 || to < 0) throw new Error('The page has no text of a lesson.');
  return `${page.slice(from, to).trimEnd()}\n`;
}

/** The files under `<folder>/expected`, by path. */
export async function expectations(folder: string): Promise<ReadonlyMap<string, string>> {
  const root = path.join(folder, 'expected');
  if (!existsSync(root)) return new Map();
  const names = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')] as const)));
}

/** Makes `<folder>/expected` what the compiler says today: to be read before it is committed. */
export async function rewriteExpectations(folder: string, found: ReadonlyMap<string, string>): Promise<void> {
  const root = path.join(folder, 'expected');
  await rm(root, { recursive: true, force: true });
  for (const [name, text] of found) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}
