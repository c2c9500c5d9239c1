import type { ElementContent } from 'hast';

/**
 * Parts coloured code at its line ends; a colour that goes over several lines is begun anew on each. Each line keeps its
 * line end, so that the text stays what it was.
 */
export function codeLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    for (const [index, piece] of pieces(node).entries()) {
      if (index > 0) lines.push([]);
      if (piece !== null) lines.at(-1)?.push(piece);
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}

/** A node line by line; null where nothing of it is left on a line. */
function pieces(node: ElementContent): (ElementContent | null)[] {
  if (node.type === 'text') {
    const texts = node.value.split(/(?<=\n)/);
    if (node.value.endsWith('\n')) texts.push('');
    return texts.map((value) => (value === '' ? null : { type: 'text', value }));
  }
  if (node.type !== 'element') return [node];
  const ends = endsLine(node.children);
  const parts = codeLines(node.children).map((children) => ({ ...node, children }));
  return ends ? [...parts, null] : parts;
}

function endsLine(nodes: readonly ElementContent[]): boolean {
  const last = nodes.at(-1);
  if (last?.type === 'element') return endsLine(last.children);
  return last?.type === 'text' && last.value.endsWith('\n');
}

/**
 * Reads the lines to mark, as behind a fence: `2,4-6`.
 *
 * @param count lines of the block
 * @returns their numbers from 1, or what is wrong with them
 */
export function markedLines(text: string, count: number): ReadonlySet<number> | string {
  const marked = new Set<number>();
  for (const range of text.split(',')) {
    const [, from = '', to = from] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(range) ?? [];
    if (from === '') return `\`{${text}}\` names no lines`;
    if (Number(from) < 1 || Number(from) > Number(to)) return `\`${range.trim()}\` is no range of lines`;
    if (Number(to) > count) return `Line ${to} cannot be marked: the block has ${count}`;
    for (let line = Number(from); line <= Number(to); line++) marked.add(line);
  }
  return marked;
}
