import type { Nodes, Parents, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/**
 * An address with a space makes no image and no link (CommonMark 6.3): learners would read `![An oven](media/my oven.png)`.
 *
 * @param text what the tree was parsed from
 * @param shift where a place in the text stands in the file
 */
export function noteSplitAddresses(tree: Root, text: string, file: VFile, shift: (point: Point) => Point): void {
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell' && node.type !== 'link')
      return;
    const { source, from } = proseOf(node, text);
    for (const { 0: whole, 1: mark, 2: inside = '', index } of source.matchAll(written)) {
      const address = inside.replace(title, '').trim();
      const image = mark === '!';
      if (!/\s/.test(address) || /["'<>\0]/.test(address) || !(image || looksLikeFile(address))) continue;
      const before = text.slice(0, from + index).split('\n');
      report(file, image ? 'image-address-space' : 'link-address-space', {
        reason: `\`${shortened(text.slice(from + index, from + index + whole.length))}\` is shown as text: the address holds a space`,
        fix: `Write \`${address.replace(/\s+/g, '%20')}\` or \`<${address}>\``,
        at: shift({ line: before.length, column: (before.at(-1) ?? '').length + 1, offset: from + index }),
      });
    }
  });
}

/** `![words](inside)` or `[words](inside)` without a backslash before it; both may hold one pair of their brackets. */
const written = /(?<!\\!?)(!?)\[(?:\\.|\[[^[\]]*\]|[^[\]\\])*\]\(((?:[^()\n]|\([^()\n]*\))*)\)/g;

/** A title behind the address. */
const title = /(?<!\s)\s+(?:"[^"]*"|'[^']*')\s*$/;

/** In prose `[x](see the note)` is no link; one to a file ends in the file's kind, one to a site begins with `https:`. */
const looksLikeFile = (address: string): boolean =>
  /^(?:https?:\/\/|\.{1,2}\/)/i.test(address) || /\.[a-z][a-z0-9]{1,4}(?:#\S*)?$/i.test(address);

const shortened = (source: string): string => {
  const line = source.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/** The source of what stands in a block or link; what is no prose in it, such as code, is blotted out. */
function proseOf(node: Parents, text: string): { source: string; from: number } {
  const from = node.children[0]?.position?.start.offset ?? 0;
  const to = node.children.at(-1)?.position?.end.offset ?? from;
  if (!text.slice(from, to).includes('](')) return { source: '', from };
  const pieces: string[] = [];
  let done = from;
  const blot = (child: Nodes): void => {
    if (child.type === 'text' || child.type === 'break' || child.position === undefined) return;
    const start = child.position.start.offset ?? from;
    const end = child.position.end.offset ?? from;
    // An address in words is a link by itself, also inside what was meant as one: `[x](https://a.example/my file.pdf)`.
    if (child.type === 'link' && !/[[<]/.test(text.charAt(start))) return;
    if ('children' in child && child.type !== 'link') {
      for (const inner of child.children) blot(inner);
      return;
    }
    pieces.push(text.slice(done, start), '\0'.repeat(end - start));
    done = end;
  };
  for (const child of node.children) blot(child);
  return { source: pieces.join('') + text.slice(done, to), from };
}
