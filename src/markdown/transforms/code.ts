import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { codeLanguage, codeLanguageLabel, codeLanguageNames } from '../code-languages.ts';
import { codeLines, markedLines } from '../code-lines.ts';
import type { Rendering } from '../rendering.ts';
import { replaceSlots, type Slot } from '../slot.ts';
import { readFence } from './read-fence.ts';

/** Code blocks: coloured at build time, with a title if they have one. */
export function code(tree: Root, rendering: Rendering): void {
  replaceSlots(tree, 'code', (slot, node) => [codeFigure(slot, node, rendering)]);
  visit(tree, 'element', (node) => {
    if (node.tagName === 'pre' && node.properties['tabIndex'] === undefined) {
      Object.assign(node.properties, reachable(rendering.word('code.plain')));
    }
  });
}

const knownOptions = { options: ['title', 'numbers'], flags: ['numbers'], lines: true };

function codeFigure(slot: Extract<Slot, { kind: 'code' }>, node: Element, rendering: Rendering): ElementContent {
  const { options, lines } = readFence(slot, node, knownOptions, rendering);
  const title = options.get('title') ?? '';
  const grammar = codeLanguage(slot.language) ?? noteUnknown(slot.language ?? '', node, rendering);
  const label = codeLanguageLabel(slot.language, grammar);
  const text = slot.text === '' ? '' : `${slot.text}\n`;
  const name = label === null ? rendering.word('code.plain') : rendering.word('code.label', { language: label });
  const className = grammar === 'plain' ? ['language-plain'] : [`language-${grammar}`, 'hljs'];
  const coloured: ElementContent[] =
    grammar === 'plain' ? [{ type: 'text', value: text }] : rendering.context.colour({ grammar, text });
  const first = firstNumber(options.get('numbers'), node, rendering);
  const content = lines === null && first === null ? coloured : inLines(coloured, lines, first, node, rendering);
  const children: ElementContent[] = [h('pre', reachable(name), h('code', { className }, content))];
  if (title !== '') children.unshift(h('figcaption', title));
  return h('figure', { className: ['code'] }, children);
}

/** @returns the number of the first line; null if lines are not numbered */
function firstNumber(written: string | undefined, node: Element, { note }: Rendering): number | null {
  if (written === undefined) return null;
  if (written === '') return 1;
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  note('fence-option', {
    reason: `\`numbers="${written}"\` is no line number`,
    fix: 'Write `numbers`, or the number of the first line: `numbers=12`',
    at: node.position,
  });
  return 1;
}

/** The code line by line, numbered and marked. Numbers are no text: who copies the code does not get them. */
function inLines(
  coloured: readonly ElementContent[],
  marks: string | null,
  first: number | null,
  node: Element,
  { note }: Rendering,
): ElementContent[] {
  const lines = codeLines(coloured);
  const marked = marks === null ? new Set<number>() : markedLines(marks, lines.length);
  if (typeof marked === 'string') {
    const fix = 'Write the numbers of lines of this block, counted from 1: `{2,4-6}`';
    note('fence-option', { reason: marked, fix, at: node.position });
    return [...coloured];
  }
  return lines.map((children, index) => {
    const number = first === null ? {} : { dataLine: first + index };
    return h(marked.has(index + 1) ? 'mark' : 'span', { className: ['line'], ...number }, children);
  });
}

/**
 * Code may be wider than a phone: the block takes focus, so that the keyboard can scroll it, and what takes focus needs
 * a role and a name. `group` and not `region`: a dozen blocks would be a dozen landmarks.
 */
function reachable(ariaLabel: string) {
  return { tabIndex: 0, role: 'group', ariaLabel };
}

function noteUnknown(written: string, node: Element, { note }: Rendering): 'plain' {
  const meant = didYouMean(written, codeLanguageNames);
  note('code-language-unknown', {
    reason: `The language \`${written}\` has no colours here`,
    fix: meant === null ? 'Write `text` for plain text' : `Did you mean \`${meant}\`? Write \`text\` for plain text`,
    at: node.position,
  });
  return 'plain';
}
