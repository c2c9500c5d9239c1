import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { ContentElement } from '../elements/element.ts';
import { contentElements } from '../elements/index.ts';
import { headingLevel } from '../elements/read-parts.ts';
import type { Rendering } from '../rendering.ts';
import { replaceSlots, type Slot, splitLabel } from '../slot.ts';

type ElementSlot = Extract<Slot, { kind: 'element' }>;

/** Directives → content elements. One that is unknown or wrongly used is reported and leaves its content. */
export function elements(tree: Root, rendering: Rendering): void {
  replaceSlots(tree, 'element', (slot, node) => renderElement(slot, node, rendering));
}

function renderElement(slot: ElementSlot, node: Element, rendering: Rendering): readonly ElementContent[] {
  const { label, body } = splitLabel(node);
  const element = contentElements.find((known) => known.name === slot.name);
  const plain = [...(label ?? []), ...withOwnLevels(body)];
  if (slot.name === 'quiz') {
    noteMisplacedQuiz(slot, node, rendering);
    return plain;
  }
  if (element === undefined) {
    noteUnknown(slot, node, rendering);
    return plain;
  }
  if (!isUsedRightly(element, slot, label, node, rendering)) return plain;
  rendering.use(element);
  return element.render({ label, body, attributes: slot.attributes, position: node.position, rendering });
}

/** Headings in what is no element yet: whether one skips a level is seen when it is. */
function withOwnLevels(body: ElementContent[]): ElementContent[] {
  const level = body.reduce((found, node) => found || (node.type === 'element' ? headingLevel(node) : 0), 0);
  if (level === 0) return body;
  const box = h('div', body);
  box.data = { partLevel: level };
  return [box];
}

/** Quizzes are taken out of a lesson before it is rendered; one that is left stands where it cannot. */
function noteMisplacedQuiz(slot: ElementSlot, node: Element, { note }: Rendering): void {
  const leaf = slot.form === 'leaf';
  note('directive-form', {
    reason: leaf
      ? '`quiz` is written with three colons and closed by `:::`'
      : 'A quiz stands inside another element, a list or a quote',
    fix: leaf
      ? 'Write `:::quiz{#its-id}`, the questions below it, and `:::` at the end'
      : 'Move it out, so that it stands for itself in the lesson; if an element should end above it, write a line of `:::` there',
    at: node.position,
  });
}

function noteUnknown(slot: ElementSlot, node: Element, { note }: Rendering): void {
  const marks = slot.form === 'leaf' ? '::' : ':::';
  const names = [...contentElements.map((known) => known.name), 'quiz'].sort();
  const meant = didYouMean(slot.name, names);
  const known = `Known are ${names.join(', ')}; for text that starts with colons write \`\\${marks}${slot.name}\``;
  note('directive-unknown', {
    reason: `There is no element \`${marks}${slot.name}\``,
    fix: meant === null ? known : `Did you mean \`${meant}\`? ${known}`,
    at: node.position,
  });
}

function isUsedRightly(
  element: ContentElement,
  slot: ElementSlot,
  label: readonly ElementContent[] | null,
  node: Element,
  { note }: Rendering,
): boolean {
  const at = node.position;
  const fix = `Write it like \`${element.example}\``;
  let right = true;
  const wrong = (
    rule: 'directive-form' | 'directive-label' | 'directive-attribute',
    reason: string,
    hint = fix,
  ): void => {
    note(rule, { reason, fix: hint, at });
    right = false;
  };
  if (slot.form !== element.form) {
    const marks = element.form === 'leaf' ? 'two colons and has no content' : 'three colons and closed by `:::`';
    wrong('directive-form', `\`${element.name}\` is written with ${marks}`);
  }
  if (element.label === 'required' && (label === null || label.length === 0)) {
    wrong('directive-label', `\`${element.name}\` needs words in brackets`);
  }
  if (element.label === 'none' && label !== null)
    wrong('directive-label', `\`${element.name}\` takes no words in brackets`);
  const known = Object.keys(element.attributes);
  for (const name of Object.keys(slot.attributes)) {
    if (known.includes(name)) continue;
    const meant = didYouMean(name, known);
    const list =
      known.length === 0 ? `Remove it: \`${element.name}\` takes no attributes` : `Known are ${known.join(', ')}`;
    const hint = meant === null ? list : `Did you mean \`${meant}\`? ${list}`;
    wrong('directive-attribute', `\`${element.name}\` has no attribute \`${name}\``, hint);
  }
  for (const [name, need] of Object.entries(element.attributes)) {
    if (need === 'required' && (slot.attributes[name] ?? '').trim() === '') {
      wrong('directive-attribute', `\`${element.name}\` needs the attribute \`${name}\``);
    }
  }
  return right;
}
