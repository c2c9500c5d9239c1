import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Toolbox } from './compile.ts';
import { createDiagramDrawer } from './markdown/diagrams/create-diagram-drawer.ts';
import { packageRoot } from './package-root.ts';
import { loadTemplates } from './pages/load-templates.ts';
import type { RuntimeTexts, Words } from './pages/page-kit.ts';
import { targets } from './targets/index.ts';
import { loadControlFiles } from './targets/load-control-files.ts';
import type { ControlFiles } from './targets/target.ts';

/** Reads what compiling needs from the installed tool: templates, words, the built runtime, the standards' schemas. */
export async function loadToolbox(): Promise<Toolbox> {
  const root = packageRoot();
  const folder = path.join(root, 'templates');
  const runtimeFolder = path.join(root, 'lib', 'runtime');
  const runtime = new Map<string, string>();
  for (const name of await readdir(runtimeFolder))
    runtime.set(name, await readFile(path.join(runtimeFolder, name), 'utf8'));
  const control = new Map<string, ControlFiles>();
  for (const target of targets) control.set(target.id, await loadControlFiles(target));
  const english = loadTemplates(folder, 'en');
  const words = new Map<string, Words>([['en', english.words]]);
  const wordsOf = (language: string): Words => {
    const known = words.get(language) ?? loadTemplates(folder, language).words;
    words.set(language, known);
    return known;
  };
  return {
    templates: english.templates,
    wordsOf,
    drawDiagrams: createDiagramDrawer(path.join(root, 'lib', 'diagram-worker.js')),
    runtime: (target, variant): RuntimeTexts => {
      const built = (stem: string, ending: string): string => {
        const text = runtime.get(`${stem}.${variant}.${ending}`);
        if (text === undefined) throw new Error(`the runtime was not built: ${stem}.${variant}.${ending}`);
        return text;
      };
      return {
        playerScript: built(target.playerScript, 'js'),
        pageScript: built('page', 'js'),
        style: built('course', 'css'),
      };
    },
    control: (target) => control.get(target.id) ?? new Map(),
  };
}
