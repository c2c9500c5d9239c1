import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { codeLanguage, codeLanguageLabel, codeLanguageNames } from '../code-languages.ts';
import { highlight } from '../highlight.ts';
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

function codeFigure(slot: Extract<Slot, { kind: 'code' }>, node: Element, rendering: Rendering): ElementContent {
  const title = readFence(slot, node, ['title'], rendering).get('title') ?? '';
  const grammar = codeLanguage(slot.language) ?? noteUnknown(slot.language ?? '', node, rendering);
  const label = codeLanguageLabel(slot.language, grammar);
  const text = slot.text === '' ? '' : `${slot.text}\n`;
  const name = label === null ? rendering.word('code.plain') : rendering.word('code.label', { language: label });
  const className = grammar === 'plain' ? ['language-plain'] : [`language-${grammar}`, 'hljs'];
  const children: ElementContent[] = [
    h('pre', reachable(name), h('code', { className }, grammar === 'plain' ? text : highlight(grammar, text))),
  ];
  if (title !== '') children.unshift(h('figcaption', title));
  return h('figure', { className: ['code'] }, children);
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
