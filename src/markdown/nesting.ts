import type { Point } from 'unist';
import type { Finding } from '../diagnostics/report.ts';

/** Deepest nesting of blocks and marks; real lessons have about ten levels. Beyond it, time and stack run away. */
const deepest = 100;

/** Of HTML, where one level of markdown may be two or three elements. */
export const deepestHtml = 300;

/** Whether a tree is nested deeper than can be rendered safely. Does not recurse. */
export function isTooDeep(tree: object, limit: number = deepest): boolean {
  const open: { node: object; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > limit) return true;
    if (!('children' in next.node) || !Array.isArray(next.node.children)) continue;
    for (const child of next.node.children) open.push({ node: child, depth: next.depth + 1 });
  }
  return false;
}

/** Finds a line that would open more quotes or lists, or a text more brackets or marks, than can be parsed in time. */
export function tooNestedText(text: string): Point | null {
  const found =
    /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){101}|[[\]!]{500}|(?:[*_]{1,3}[^\s*_]){2000}|(?:<[a-z]+>){500}/im.exec(text);
  if (found === null) return tooManyOpen(text);
  const before = text.slice(0, found.index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Open directives cost more than their share: each is parsed again inside the one before. */
function tooManyOpen(text: string): Point | null {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^[ \t>]*:{3,}[a-z]/i.test(line)) open += 1;
    else if (/^[ \t>]*:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    if (open > deepest) return { line: index + 1, column: 1 };
  }
  return null;
}

export function tooDeepFinding(at: Point): Finding {
  return {
    reason: `The text is nested more than ${deepest} levels deep`,
    fix: 'Flatten quotes, lists and brackets; no lesson needs so many levels',
    at,
  };
}
