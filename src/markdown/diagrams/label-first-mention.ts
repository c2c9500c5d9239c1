const node = /(?<![\w-])([A-Za-z_][\w]*)(\[[^\]]*\]+|\([^)]*\)+|\{[^}]*\}+)/g;
const statement = /^\s*(?:subgraph|end|direction|classDef|class|style|linkStyle|click|%%|flowchart|graph)\b/;

/**
 * Moves a node's label to where the node is first mentioned. Mermaid lets a label come later, as with a node that is
 * described inside a subgraph; `beautiful-mermaid` keeps the first mention and would show the bare id.
 *
 * @param text a flowchart
 */
export function labelFirstMention(text: string): string {
  const lines = text.split('\n');
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

function labelLine(line: string, labels: ReadonlyMap<string, string>, seen: Set<string>): string {
  // Labels of nodes and lines are blanked, so that only ids are left to find, each at its place.
  const ids = line.replace(/\[[^\]]*\]+|\([^)]*\)+|\{[^}]*\}+|\|[^|]*\||"[^"]*"/g, (label) => ' '.repeat(label.length));
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
