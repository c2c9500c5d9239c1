import type { Parents, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/**
 * Reports elements that nothing closes, and lines of colons that close nothing.
 *
 * @param text what the tree was parsed from
 * @param shift where a place in the text stands in the file
 */
export function noteFences(tree: Root, text: string, file: VFile, shift: (point: Point) => Point): void {
  const misplaced = noteUnclosed(tree, file, shift, null);
  noteStrayColons(tree, text, file, shift, misplaced);
}

/**
 * Directives that nothing closes. A quiz inside another element has to move out, which is told when it is rendered: that
 * it took the colons of the other is no second mistake.
 *
 * @returns how many such quizzes there are
 */
function noteUnclosed(parent: Parents, file: VFile, shift: (point: Point) => Point, around: string | null): number {
  let misplaced = 0;
  for (const node of parent.children) {
    const places = node.type === 'containerDirective' ? node.data?.position : undefined;
    const open = node.type === 'containerDirective' && places !== undefined && !('closing' in places);
    if (open && around !== null && node.name === 'quiz') misplaced += 1;
    else if (open) {
      const close = 'Write a line with `:::` alone where it ends';
      report(file, 'directive-unclosed', {
        reason: `\`:::${node.name}\` is never closed`,
        fix:
          around === null ? close : `${close}, and give \`${around}\` around it more colons: \`::::${around} … ::::\``,
        at: node.position === undefined ? undefined : shift(node.position.start),
      });
    }
    const inside = node.type === 'containerDirective' ? node.name : around;
    if ('children' in node) misplaced += noteUnclosed(node, file, shift, inside);
  }
  return misplaced;
}

/** Lines of colons that close nothing are text: mostly an element was closed too early by one that stood in it. */
function noteStrayColons(
  tree: Root,
  text: string,
  file: VFile,
  shift: (point: Point) => Point,
  misplaced: number,
): void {
  let explained = misplaced;
  visit(tree, 'paragraph', ({ children }) => {
    for (const [index, { type, position }] of children.entries()) {
      const from = position?.start.offset ?? 0;
      const source = type === 'text' ? text.slice(from, position?.end.offset ?? from) : '';
      const found = (index === 0 ? /^[ \t>]*:{3,}[ \t]*$/m : /(?<=\n)[ \t>]*:{3,}[ \t]*$/m).exec(source);
      if (found === null) continue;
      if (explained > 0) {
        explained -= 1;
        continue;
      }
      const before = text.slice(0, from + found.index).split('\n');
      report(file, 'directive-stray', {
        reason: 'A line of colons closes nothing',
        fix: 'Remove it; if an element that holds others ended too early, give that one more colons: `::::name … ::::`',
        at: shift({ line: before.length, column: (before.at(-1) ?? '').length + 1, offset: from + found.index }),
      });
    }
  });
}
