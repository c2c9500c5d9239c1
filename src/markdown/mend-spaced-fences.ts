import type { Root, Text } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { contentElements } from './elements/index.ts';

/**
 * Reports lines such as `::: tabs`, `:::quiz {#its-id}` and `:::details[Words`, which are text: no space may stand behind
 * colons and name, and nothing but words in brackets and settings in braces. Only where the name is that of an element,
 * or nearly.
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
      const fence = readFence(line);
      if (fence === null) continue;
      const { before, colons, gap, name, marks, settings } = fence;
      const at = start + before.length;
      if (!children.some((child) => child.type === 'text' && holds(child, at))) continue;
      const above = text.slice(0, at).split('\n');
      const escaped = `\`\\${colons}${gap}${fence.written}\` if it is meant as text`;
      report(file, 'directive-space', {
        ...(fence.fault === 'space'
          ? {
              reason: `\`${colons}${gap}${fence.written}\` is shown as text: a space stands behind the ${gap === '' ? 'name' : 'colons'}`,
              fix: `Write \`${marks}${name}${gap === '' ? settings : ''}\`, or ${escaped}`,
            }
          : {
              reason: `\`${colons}${gap}${fence.written}\` is shown as text: the rest of its line cannot be read`,
              fix: `Write nothing behind the name but words in brackets and settings in braces, \`${marks}${name}[…]{…}\`, a \`\\\` before a bracket in the words; or ${escaped}`,
            }),
        at: shift({ line: above.length, column: (above.at(-1) ?? '').length + 1, offset: at }),
      });
      // A name that needs more room than the space gives stays as it is, and is reported as unknown.
      const known = [name, fence.written].map((word) => `${before}${marks}${word}${settings}`);
      const fits = known.find((candidate) => candidate.length <= line.length) ?? line;
      mended = `${mended.slice(0, start)}${fits.padEnd(line.length)}${mended.slice(start + line.length)}`;
    }
  });
  return mended === text ? null : mended;
}

interface Fence {
  /** Spaces and the marks of quotes. */
  readonly before: string;
  readonly colons: string;
  readonly gap: string;
  readonly written: string;
  /** The element that is meant, and the colons it is written with. */
  readonly name: string;
  readonly marks: string;
  /** `[words]{settings}`, as far as they can be read. */
  readonly settings: string;
  readonly fault: 'space' | 'rest';
}

/** A line that looks like the beginning of an element, and is none; null for any other. */
function readFence(line: string): Fence | null {
  const [, before = '', colons = '', gap = '', written = '', rest = ''] = begins.exec(line) ?? [];
  const [, label = '', braces = ''] = spacedRest.exec(rest) ?? [];
  if (written === '') return null;
  const isSpaced = spacedRest.test(rest) && isBalanced(label);
  const meant = isSpaced ? didYouMean(written, names) : (names.find((name) => name === written.toLowerCase()) ?? null);
  if (meant === null || (isSpaced && gap === '' && rest.trimEnd() === `${label}${braces}`)) return null;
  const isLeaf = leaves.has(meant);
  // Two colons are common in code; only what is written with two is meant there.
  if (!isSpaced && !isLeaf && colons.length < 3) return null;
  return {
    ...{ before, colons, gap, written, name: meant },
    marks: isLeaf ? '::' : colons.padEnd(3, ':'),
    settings: isSpaced ? `${label}${braces}` : (/\{[^{}]*\}/.exec(rest)?.[0] ?? ''),
    fault: isSpaced ? 'space' : 'rest',
  };
}

const begins = /^([ \t>]*)(:{2,})([ \t]*)([a-z][a-z0-9-]*)(?![a-z0-9-])(.*)$/i;
const spacedRest = /^[ \t]*(\[.*\])?[ \t]*(\{[^{}]*\})?\s*$/;

/** Whether the words end at the bracket that closes the first, as the parser reads them. */
function isBalanced(label: string): boolean {
  const signs = [...label.replace(/\\./g, '').matchAll(/[[\]]/g)].map(([sign]) => sign);
  let open = 0;
  return signs.every((sign, index) => {
    open += sign === '[' ? 1 : -1;
    return open > 0 === index < signs.length - 1;
  });
}

const names = [...contentElements.map(({ name }) => name), 'quiz'];
const leaves: ReadonlySet<string> = new Set(
  contentElements.flatMap(({ name, form }) => (form === 'leaf' ? [name] : [])),
);

const holds = ({ position }: Text, offset: number): boolean =>
  (position?.start.offset ?? 0) <= offset && offset < (position?.end.offset ?? 0);
