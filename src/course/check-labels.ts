import type { RootContent } from 'mdast';
import type { Node } from 'unist';
import { report } from '../diagnostics/report.ts';
import type { Question } from './course.ts';

/** What a learner can press or open, by type of node, in an author's word. */
const pressed: Readonly<Record<string, string>> = {
  link: 'a link',
  linkReference: 'a link',
  footnoteReference: 'a footnote',
  containerDirective: 'a block to open',
  leafDirective: 'a block',
};

/**
 * Reports links and blocks in options and items: a press on an option chooses it, so what is to be pressed in it cannot
 * be reached, by keyboard and screen reader least of all.
 */
export function checkLabels(question: Question): void {
  for (const text of labelsOf(question)) {
    const found = text.map(firstPressed).find((node) => node !== null);
    if (found === undefined || found === null) continue;
    report(question.file, 'label-interactive', {
      reason: `An option holds ${pressed[found.type]}, but a press there chooses the option`,
      fix: 'Write plain text here; what is to be opened belongs into the question, the feedback or the explanation',
      at: found.position ?? question.position,
    });
  }
}

function labelsOf(question: Question): readonly (readonly RootContent[])[] {
  if ('choices' in question) return question.choices.map(({ text }) => text);
  if ('regions' in question) return question.regions.map(({ text }) => text);
  if ('statements' in question) return [...question.statements, ...question.scale].map(({ text }) => text);
  if ('answers' in question) return [...question.items, ...question.answers].map(({ text }) => text);
  return 'items' in question ? question.items.map(({ text }) => text) : [];
}

function firstPressed(node: Node): Node | null {
  if (Object.hasOwn(pressed, node.type)) return node;
  const children = 'children' in node ? (node.children as readonly Node[]) : [];
  for (const child of children) {
    const found = firstPressed(child);
    if (found !== null) return found;
  }
  return null;
}
