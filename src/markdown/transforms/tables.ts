import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { Rendering } from '../rendering.ts';

/**
 * Puts tables in a box that scrolls sideways on a narrow screen. The box takes focus, so that the keyboard can scroll
 * it (WCAG 2.1.1), and therefore needs a role and a name: its caption, or its header cells.
 */
export function tables(tree: Root, rendering: Rendering): void {
  const names = new Map<string, number>();
  let tableCount = 0;
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined;
    alignByClass(node);
    markLongCells(node);
    const heads = headerTexts(node);
    if (heads.length === 0) {
      rendering.note('table-header-missing', {
        reason: 'The table has no header',
        fix: 'Name its columns in the first row: `| Code | Meaning |`',
        at: node.position,
      });
    }
    tableCount += 1;
    const name = captionText(node) ?? (heads.length > 0 ? heads.join(', ') : tableCount);
    const label = rendering.word('table.label', { name });
    const count = (names.get(label) ?? 0) + 1;
    names.set(label, count);
    parent.children[index] = h(
      'section',
      {
        className: ['table-scroll'],
        tabIndex: 0,
        ariaLabel: count > 1 ? `${label} (${count})` : label,
      },
      [node],
    );
    return SKIP;
  });
}

function headerTexts(table: Element): string[] {
  const texts: string[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'th') return;
    const text = textOf(cell).trim();
    if (text !== '') texts.push(text);
    // GFM's first row heads columns; author HTML may say otherwise.
    cell.properties['scope'] ??= 'col';
  });
  return texts.slice(0, 8);
}

function captionText(table: Element): string | null {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  const text = caption === undefined ? '' : textOf(caption).trim();
  return text === '' ? null : text;
}

/** Longest text of a cell that never wraps: as much as fits in the least width of one that does, which is 8rem. */
const longestLine = 16;

/** Cells that may wrap get a class: CSS cannot tell a price from a paragraph. */
function markLongCells(table: Element): void {
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    // Chinese, Japanese and Korean characters are twice as wide.
    const text = textOf(cell).replace(/[\u2e80-\uffff]/g, '--');
    if (text.trim().length > longestLine) addClass(cell, 'wraps');
  });
}

/** `align` is obsolete in HTML and the CSP allows no style attribute. */
function alignByClass(table: Element): void {
  visit(table, 'element', (cell) => {
    const align = cell.properties['align'];
    if (align === undefined) return;
    delete cell.properties['align'];
    if (align === 'center') addClass(cell, 'align-center');
    if (align === 'right') addClass(cell, 'align-end');
  });
}

function addClass({ properties }: Element, name: string): void {
  const { className } = properties;
  properties['className'] = Array.isArray(className) ? [...className, name] : [name];
}
