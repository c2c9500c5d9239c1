import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { flattenWords } from './flatten-words.ts';
import type { Templates, Words } from './page-kit.ts';

/**
 * Reads the template folder once; the only place of this folder that touches the disk.
 * Takes the absolute path of `templates/` and the course language (BCP 47). A language without its own words gets
 * those of its base language (`pt` for `pt-BR`); words that are missing there are filled from English.
 * Throws when the folder or `strings/en.yml` is not there or is not well-formed: the installation is broken then.
 */
export function loadTemplates(
  folder: string,
  language: string,
): { readonly templates: Templates; readonly words: Words } {
  const base = language.split('-')[0] ?? language;
  const words = ['en', base, language]
    .map((name) => join(folder, 'strings', `${name}.yml`))
    .filter((file, index, files) => files.indexOf(file) === index && existsSync(file))
    .map((file) => flattenWords(parse(readFileSync(file, 'utf8')), file));
  return { templates: readTemplates(folder, ''), words: Object.assign({}, ...words) };
}

function readTemplates(folder: string, prefix: string): Templates {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return Object.entries(readTemplates(path, `${prefix}${entry.name}/`));
      if (!entry.name.endsWith('.html')) return [];
      return [[prefix + entry.name.slice(0, -'.html'.length), readFileSync(path, 'utf8')]];
    }),
  );
}
