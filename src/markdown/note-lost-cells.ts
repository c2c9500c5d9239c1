import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';

/** Cells beyond the columns that the first row of a table has are not shown (GFM 4.10). */
export function noteLostCells(tree: Root, file: VFile, shift: (point: Point) => Point): void {
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0;
    for (const { children: cells } of rows) {
      const lost = cells.slice(columns).find(({ children }) => children.length > 0);
      if (lost === undefined) continue;
      report(file, 'table-cells-lost', {
        reason: `The row has ${cells.length} cells, the table ${columns} ${columns === 1 ? 'column' : 'columns'}: the rest is not shown`,
        fix: 'Add the column to the first two rows, or write `\\|` for a bar that is text',
        at: lost.position === undefined ? undefined : shift(lost.position.start),
      });
    }
  });
}
