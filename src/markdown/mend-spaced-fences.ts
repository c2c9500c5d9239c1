import type { Root, Text } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { contentElements } from './elements/index.ts';

/**
 * Reports lines such as `::: tabs`, which are text: no space may stand behind the colons. Only where the name is that of
 * an element, or nearly.
 *
 * @param text what the tree was parsed from
 * @param shift where a place in the text stands in the file
 * @returns the text as it was meant, of the same length, so that what follows is understood; null if there is no such line
 */
export function mendSpacedFences(tree: Root, text: string, file: VFile, shift: (point: Point) => Point): string | null {
  let mended = text;
  visit(tree, 'paragraph', ({ children, position }) => {
    const from = position?.start.offset ?? 0;
    let offset = from;
    for (const line of text.slice(from, position?.end.offset ?? from).split('\n')) {
      const start = offset;
      offset += line.length + 1;
      const found = spaced.exec(line);
      if (found === null) continue;
      const [, before = '', colons = '', space = '', name = '', rest = ''] = found;
      const meant = didYouMean(name, names);
      const at = start + before.length;
      if (meant === null || !children.some((child) => child.type === 'text' && holds(child, at))) continue;
      const marks = leaves.has(meant) ? '::' : colons.padEnd(3, ':');
      const above = text.slice(0, at).split('\n');
      report(file, 'directive-space', {
        reason: `\`${colons}${space}${name}\` is shown as text: a space stands behind the colons`,
        fix: `Write \`${marks}${meant}\`, or \`\\${colons}${space}${name}\` if it is meant as text`,
        at: shift({ line: above.length, column: (above.at(-1) ?? '').length + 1, offset: at }),
      });
      const known = `${before}${marks}${meant}${rest}`;
      // A name that needs more room than the space gives stays as it is, and is reported as unknown.
      const fence = known.length > line.length ? `${before}${marks}${name}${rest}` : known;
      mended = `${mended.slice(0, start)}${fence.padEnd(line.length)}${mended.slice(start + line.length)}`;
    }
  });
  return mended === text ? null : mended;
}

const spaced = /^([ \t>]*)(:{2,})([ \t]+)([a-z][a-z0-9-]*)((?:\[.*\])?(?:\{.*\})?)\s*$/i;

const names = [...contentElements.map(({ name }) => name), 'quiz'];
const leaves: ReadonlySet<string> = new Set(
  contentElements.flatMap(({ name, form }) => (form === 'leaf' ? [name] : [])),
);

const holds = ({ position }: Text, offset: number): boolean =>
  (position?.start.offset ?? 0) <= offset && offset < (position?.end.offset ?? 0);
