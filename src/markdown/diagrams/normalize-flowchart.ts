const node = /(?<![\w-])([A-Za-z_][\w]*)(\[[^\]]*\]+|\([^)]*\)+|\{[^}]*\}+)/g;
const statement = /^\s*(?:subgraph|end|direction|classDef|class|style|linkStyle|click|%%|flowchart|graph)\b/;

/** Links between nodes: `-->`, `---`, `-.->`, `==>`, `<-->`, `--o`, `--x`, `-- text -->`. */
const link = /(?<=[\w\s])(<?(?:-{2,}|={2,}|-\.+-?)[>ox]?)(?=[\s\w]|$)/g;

/**
 * Writes a flowchart so that `beautiful-mermaid` reads it as Mermaid does: with spaces around links (`A-->B` would be a
 * node called `A--`), and with a node's label at its first mention (it keeps the first one and would show the bare id
 * of a node that is described later, say in a subgraph).
 */
export function normalizeFlowchart(text: string): string {
  const lines = text.split('\n').map((line) => (statement.test(line) ? line : spaceLinks(line)));
  const labels = new Map<string, string>();
  for (const line of lines) {
    if (statement.test(line)) continue;
    for (const [, id = '', label = ''] of line.matchAll(node)) {
      if (!labels.has(id)) labels.set(id, label);
    }
  }
  const seen = new Set<string>();
  return lines.map((line) => (statement.test(line) ? line : labelLine(line, labels, seen))).join('\n');
}

/** Labels of nodes and links blanked, so that what is found beside them stands at its place. */
export function withoutLabels(line: string): string {
  return line.replace(/\[[^\]]*\]+|\([^)]*\)+|\{[^}]*\}+|\|[^|]*\||"[^"]*"/g, (label) => ' '.repeat(label.length));
}

export function isStatement(line: string): boolean {
  return statement.test(line);
}

function spaceLinks(line: string): string {
  let spaced = '';
  let from = 0;
  for (const found of withoutLabels(line).matchAll(link)) {
    const end = found.index + found[0].length;
    spaced += `${line.slice(from, found.index).trimEnd()} ${found[0]}`;
    if (!/[\s|]/.test(line[end] ?? ' ')) spaced += ' ';
    from = end;
  }
  return from === 0 ? line : /^\s*/.exec(line)?.[0] + (spaced + line.slice(from)).trimStart();
}

function labelLine(line: string, labels: ReadonlyMap<string, string>, seen: Set<string>): string {
  const ids = withoutLabels(line);
  let labelled = '';
  let from = 0;
  for (const found of ids.matchAll(/(?<![\w-])[A-Za-z_]\w*/g)) {
    const id = found[0];
    const label = labels.get(id);
    if (label === undefined || seen.has(id)) continue;
    seen.add(id);
    const end = found.index + id.length;
    if (line.startsWith(label, end)) continue;
    labelled += line.slice(from, end) + label;
    from = end;
  }
  return labelled + line.slice(from);
}
