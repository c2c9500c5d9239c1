import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Toolbox } from './compile.ts';
import type { SpokenWords, Words } from './course/course-words.ts';
import { prepareAhead } from './markdown/ahead/prepare-ahead.ts';
import { packageRoot } from './package-root.ts';
import { flattenWords } from './pages/flatten-words.ts';
import { loadTemplates, loadWords } from './pages/load-templates.ts';
import { targets } from './targets/index.ts';
import { loadControlFiles } from './targets/load-control-files.ts';
import type { ControlFiles } from './targets/target.ts';

/** Reads what compiling needs from the installed tool: templates, words, the built runtime, the standards' schemas. */
export async function loadToolbox(): Promise<Toolbox> {
  const root = packageRoot();
  const folder = path.join(root, 'templates');
  const runtimeFolder = path.join(root, 'lib', 'runtime');
  const runtime = new Map<string, string>();
  const entries = await readdir(runtimeFolder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(runtimeFolder, file).split(path.sep).join('/');
    runtime.set(name, await readFile(file, 'utf8'));
  }
  const built = (name: string): string => {
    const text = runtime.get(name);
    if (text === undefined) throw new Error(`The runtime was not built with ${name}.`);
    return text;
  };
  const control = new Map<string, ControlFiles>();
  for (const target of targets) control.set(target.id, await loadControlFiles(target));
  // As the build of the tool left them: reading YAML takes as long as a lesson.
  const builtWords = (language: string): Words => {
    const file = path.join(root, 'lib', 'strings', `${language}.json`);
    return flattenWords(JSON.parse(readFileSync(file, 'utf8')), file);
  };
  const words = new Map<string, SpokenWords>();
  const wordsOf = (language: string): SpokenWords => {
    const known = words.get(language) ?? loadWords(folder, language, builtWords);
    words.set(language, known);
    return known;
  };
  return {
    templates: loadTemplates(folder),
    wordsOf,
    prepareAhead: prepareAhead(path.join(root, 'lib', 'ahead-worker.js')),
    loadFormulas: async () => (await import('./markdown/math/draw-formula.ts')).drawFormula,
    loadThemes: async () => (await import('./pages/theme/render-theme.ts')).renderTheme,
    runtime: (target) => ({
      player: (variant) => built(`${target.playerScript}.${variant}.js`),
      page: (variant) => built(`page.${variant}.js`),
      quiz: (variant) => built(`quiz.${variant}.js`),
      element: (name) => built(`elements/${name}.js`),
      special: (name) => built(`special/${name}.js`),
      style: (part) => built(`styles/${part}.css`),
    }),
    control: (target) => control.get(target.id) ?? new Map(),
  };
}
