import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Rendering } from '../rendering.ts';
import { replaceSlots, type Slot } from '../slot.ts';

type FormulaSlot = Extract<Slot, { kind: 'formula' }>;

/** Signs of a formula that every phone has room for. */
const narrow = 24;

/** Formulas → MathML, which browsers draw and screen readers read out. */
export function formulas(tree: Root, rendering: Rendering): void {
  replaceSlots(tree, 'formula', (slot, node) => formula(slot, node, rendering));
}

function formula(slot: FormulaSlot, node: Element, rendering: Rendering): readonly ElementContent[] {
  if (slot.stray !== '') {
    rendering.note('formula-invalid', {
      reason: `\`${slot.stray}\` stands behind the dollars that open a formula`,
      fix: 'Write `$$` alone on a line above the formula, and on another below it',
      at: node.position,
    });
  }
  const made = rendering.context.formula(slot.tex, slot.form !== 'inline');
  if ('problem' in made) {
    rendering.note('formula-invalid', {
      reason: `The formula cannot be read: ${made.problem}`,
      fix: 'Correct it, or write `\\$` for a dollar sign that is text',
      at: placeOf(slot, node, made.offset),
    });
    return [{ type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: slot.tex }] }];
  }
  if (slot.form === 'inline') return [made.math];
  const isLong = [...textOf(made.math)].length > narrow;
  // It scrolls on a phone, and what scrolls must be reached by the keyboard and have a name.
  const reachable = isLong ? { tabIndex: 0, role: 'group', ariaLabel: rendering.word('formula.label') } : {};
  return [h(slot.form === 'block' ? 'div' : 'span', { className: ['formula'], ...reachable }, [made.math])];
}

function placeOf({ tex, form }: FormulaSlot, { position }: Element, offset: number | null) {
  if (position === undefined || offset === null) return position;
  const above = tex.slice(0, offset).split('\n');
  const column = (above.at(-1) ?? '').length + 1;
  const { line, column: first } = position.start;
  // In a block the formula begins on the line below the dollars; what indents it there is not known.
  if (form === 'block') return { line: line + above.length, column: column + first - 1 };
  const marks = form === 'inline' ? 1 : 2;
  return above.length > 1 ? { line: line + above.length - 1, column } : { line, column: first + marks + offset };
}
