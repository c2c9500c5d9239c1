import type { ElementContent, Root, RootContent, Text } from 'hast';
import { h } from 'hastscript';
import { formsOf, type Glossary, type GlossaryTerm, termKey } from '../../course/glossary.ts';
import { lessonIdPrefix } from '../lesson-id-prefix.ts';
import type { Rendering } from '../rendering.ts';
import { linkTerm } from '../term-link.ts';

/** Elements in which no word becomes a link: links and controls, headings, code, what is drawn. */
const skipped = /^(?:a|button|code|figcaption|h[1-6]|kbd|math|pre|samp|summary|svg|th|var)$/;

/** With `glossary: auto`, links the first use of each term in a lesson that the lesson does not link itself. */
export function terms(tree: Root, rendering: Rendering): void {
  const { glossary, idPrefix } = rendering.context;
  if (!glossary?.auto || glossary.terms.length === 0 || idPrefix !== lessonIdPrefix) return;
  const marked = linkedTerms(tree);
  const open = new Map(
    glossary.terms
      .filter(({ id }) => !marked.has(id))
      .flatMap((term) => formsOf(term).map((form) => [termKey(form), { term, form }] as const)),
  );
  const pattern = patternOf(glossary);
  const linkIn = (children: readonly RootContent[]): RootContent[] =>
    children.flatMap((child): RootContent[] => {
      if (child.type === 'text') return linkText(child, pattern, open, rendering);
      if (child.type === 'element' && !skipped.test(child.tagName) && open.size > 0)
        child.children = linkIn(child.children) as ElementContent[];
      return [child];
    });
  tree.children = linkIn(tree.children);
}

type OpenTerms = Map<string, { readonly term: GlossaryTerm; readonly form: string }>;

function linkText(node: Text, pattern: RegExp, open: OpenTerms, rendering: Rendering): RootContent[] {
  const made: RootContent[] = [];
  let done = 0;
  for (const { 0: words, index } of node.value.matchAll(pattern)) {
    const found = open.get(termKey(words));
    // An abbreviation is only meant where it is written as one: "IT" is not "it".
    if (found === undefined || (isAbbreviation(found.form) && words !== found.form)) continue;
    for (const form of formsOf(found.term)) open.delete(termKey(form));
    const link = h('a', words);
    linkTerm(link, found.term, rendering);
    made.push({ type: 'text', value: node.value.slice(done, index) }, link);
    done = index + words.length;
  }
  return made.length === 0 ? [node] : [...made, { type: 'text', value: node.value.slice(done) }];
}

const isAbbreviation = (form: string): boolean => /\p{Lu}/u.test(form.slice(1));

/** Whole words only, and of two that begin alike the longer. Forms with the same ends share them: a course has many. */
function patternOf({ terms: all }: Glossary): RegExp {
  const runs: { readonly before: string; readonly after: string; readonly forms: string[] }[] = [];
  for (const form of all.flatMap(formsOf).sort((a, b) => b.length - a.length)) {
    const before = beginsAnywhere.test(form) ? '' : `(?<![${wordSign}\\-])`;
    const after = endsAnywhere.test(form) ? '' : `(?!${wordSign})`;
    const words = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const last = runs.at(-1);
    if (last?.before === before && last.after === after) last.forms.push(words);
    else runs.push({ before, after, forms: [words] });
  }
  return new RegExp(runs.map(({ before, after, forms }) => `${before}(?:${forms.join('|')})${after}`).join('|'), 'giv');
}

/** Scripts without spaces between words: a term in them stands amid other words, and is no part of a word beside it. */
const unspaced = `[${['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{sc=${script}}`)
  .join('')}]`;
const wordSign = `[[\\p{L}\\p{M}\\p{N}_]--${unspaced}]`;
const beginsAnywhere = new RegExp(`^${unspaced}`, 'u');
const endsAnywhere = new RegExp(`${unspaced}$`, 'u');

function linkedTerms(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (node: RootContent): void => {
    if (node.type !== 'element') return;
    const { dataTerm } = node.properties;
    if (typeof dataTerm === 'string') found.add(dataTerm);
    node.children.forEach(read);
  };
  tree.children.forEach(read);
  return found;
}
