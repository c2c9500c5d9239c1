import type { PhrasingContent, Table, TableCell } from 'mdast';

/** A table of these cells; null if one of them does not fit into a cell. */
export function tableOf(
  head: readonly (string | readonly PhrasingContent[] | null)[],
  rows: readonly (readonly (readonly PhrasingContent[] | null)[])[],
): Table | null {
  const cell = (children: readonly PhrasingContent[]): TableCell => ({ type: 'tableCell', children: [...children] });
  const lines = [
    head.map((text) => (typeof text === 'string' ? [{ type: 'text' as const, value: text }] : text)),
    ...rows,
  ];
  const full = lines.flatMap((line) => {
    const cells = line.flatMap((children) => (children === null ? [] : [cell(children)]));
    return cells.length === line.length ? [{ type: 'tableRow' as const, children: cells }] : [];
  });
  return full.length === lines.length ? { type: 'table', children: full } : null;
}
