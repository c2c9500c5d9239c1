import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Toolbox } from './compile.ts';
import { createDiagramDrawer } from './markdown/diagrams/create-diagram-drawer.ts';
import { packageRoot } from './package-root.ts';
import { loadTemplates } from './pages/load-templates.ts';
import type { RuntimeTexts, Words } from './pages/page-kit.ts';
import { loadControlFiles } from './targets/load-control-files.ts';
import { targets } from './targets/index.ts';
import type { ControlFiles } from './targets/target.ts';

/** Reads what compiling needs from the installed tool: templates, words, the built runtime, the standards' schemas. */
export async function loadToolbox(): Promise<Toolbox> {
  const root = packageRoot();
  const folder = path.join(root, 'templates');
  const runtime = (name: string): Promise<string> => readFile(path.join(root, 'lib', 'runtime', name), 'utf8');
  const [pageScript, playerStyle, pageStyle] = await Promise.all([runtime('page.js'), runtime('player.css'), runtime('page.css')]);
  const control = new Map<string, ControlFiles>();
  for (const target of targets) control.set(target.id, await loadControlFiles(target));
  const scripts = new Map<string, string>();
  for (const target of targets) scripts.set(target.id, readFileSync(path.join(root, 'lib', 'runtime', `${target.playerScript}.js`), 'utf8'));
  const words = new Map<string, Words>();
  const wordsOf = (language: string): Words => {
    const known = words.get(language) ?? loadTemplates(folder, language).words;
    words.set(language, known);
    return known;
  };
  return {
    templates: loadTemplates(folder, 'en').templates,
    wordsOf,
    drawDiagrams: createDiagramDrawer(path.join(root, 'lib', 'diagram-worker.js')),
    runtime: (target): RuntimeTexts => ({ playerScript: scripts.get(target.id) ?? '', pageScript, playerStyle, pageStyle }),
    control: (target) => control.get(target.id) ?? new Map(),
  };
}
