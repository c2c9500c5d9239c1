import type { VFile } from 'vfile';
import { glossarySchema } from '../config/glossary-schema.ts';
import { parseWithSchema } from '../config/parse-with-schema.ts';
import { readYaml } from '../config/yaml-source.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdownFragment } from '../markdown/parse-markdown.ts';
import { slug } from '../markdown/slug.ts';
import { formsOf, type Glossary, type GlossaryTerm, termKey } from './glossary.ts';

/** Reads `glossary.yml`. What is wrong is a message on it; terms of a file that cannot be read are no terms. */
export function parseGlossary(file: VFile, auto: boolean): Glossary {
  if (file.messages.some((message) => message.fatal)) return { terms: [], file, auto, unread: true };
  const source = readYaml(file, String(file.value));
  const parsed = source === null ? null : parseWithSchema(glossarySchema, source, file, 'the glossary');
  if (source === null || parsed === null) return { terms: [], file, auto, unread: true };
  const ids = new Set<string>();
  const terms = Object.entries(parsed).map(([term, entry], index): GlossaryTerm => {
    const text = source.text(typeof entry === 'string' ? [term] : [term, 'definition']);
    return {
      id: uniqueId(slug(term) || String(index + 1), ids),
      term,
      also: typeof entry === 'string' ? [] : entry.also,
      definition: text === null ? [] : parseMarkdownFragment(file, text.value, text.place),
      position: source.keyAt([term]),
    };
  });
  noteTwice(terms, file);
  return { terms, file, auto };
}

function uniqueId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

/** YAML itself refuses a key that stands twice; here are those that differ only in case, and other words for a term. */
function noteTwice(terms: readonly GlossaryTerm[], file: VFile): void {
  const known = new Map<string, GlossaryTerm>();
  for (const term of terms) {
    for (const form of formsOf(term)) {
      const other = known.get(termKey(form));
      known.set(termKey(form), other ?? term);
      if (other === undefined || other === term) continue;
      report(file, 'term-twice', {
        reason: `\`${form}\` is defined twice, the first time by \`${other.term}\` in line ${other.position.start.line}`,
        fix: 'Keep one of the two, or name them so that they differ',
        at: term.position,
      });
    }
  }
}
