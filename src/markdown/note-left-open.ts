import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/**
 * Reports blocks of code that nothing closes, which take in the rest of the text, and references to addresses that are
 * nowhere: both are valid markdown and seldom meant.
 *
 * @param text what the tree was parsed from
 * @param shift where a place in the text stands in the file
 */
export function noteLeftOpen(tree: Root, text: string, file: VFile, shift: (point: Point) => Point): void {
  visit(tree, 'code', ({ position }) => {
    const source = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    const [fence = ''] = /^(?:`{3,}|~{3,})/.exec(source) ?? [];
    if (fence === '' || position === undefined) return;
    const last = (source.split('\n').slice(1).at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd();
    if (last.startsWith(fence) && last === fence.charAt(0).repeat(last.length)) return;
    report(file, 'fence-unclosed', {
      reason: 'The block of code is never closed: all below it is code',
      fix: `Write a line with ${fence} alone where it ends`,
      at: shift(position.start),
    });
  });
  visit(tree, 'text', ({ position }) => {
    const from = position?.start.offset ?? 0;
    const source = text.slice(from, position?.end.offset ?? from);
    for (const { 0: mark, 1: label = '', index } of source.matchAll(reference)) {
      const before = text.slice(0, from + index).split('\n');
      report(file, 'link-undefined', {
        reason: `\`${mark}\` is shown as text: there is no address for \`[${label}]\``,
        fix: `Write \`[${label}]: https://…\` on a line of its own, or \`\\${mark}\` if it is meant as text`,
        at: shift({ line: before.length, column: (before.at(-1) ?? '').length + 1, offset: from + index }),
      });
    }
  });
}

/** `[words][label]`, both with a letter in them, not behind a word as in `rows[i][j]`. */
const reference = /(?<![\p{L}\p{N}\\\])])!?\[(?!\^)[^[\]\n]*\p{L}[^[\]\n]*\]\[((?!\^)[^[\]\n]*\p{L}[^[\]\n]*)\]/gu;
