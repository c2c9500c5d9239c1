import type { parseMermaid } from 'beautiful-mermaid';
import { isStatement, withoutLabels } from './normalize-flowchart.ts';

const sequenceWord =
  /^(?:participant|actor|note|loop|alt|else|opt|par|and|critical|option|break|end|activate|deactivate|autonumber|rect|box|title|create|destroy)\b/i;
const message = /^[^:]+?(?:--?>>?|--?x|--?\))\s*[+-]?[^:]+:\s*\S/;

/**
 * Finds a line that `beautiful-mermaid` would skip without a word, so that a typing mistake is not a missing arrow.
 *
 * @returns its number in the text, from 1; null if all can be read
 */
export function unreadLine(text: string, parse: typeof parseMermaid): number | null {
  const lines = text.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '' && !line.startsWith('%%')) ?? '';
  const canRead = /^(?:flowchart|graph)\b/.test(first)
    ? (line: string) => isStatement(line) || readsAsFlowchart(line, parse)
    : /^sequenceDiagram\b/.test(first)
      ? (line: string) => sequenceWord.test(line) || message.test(line)
      : () => true;
  const index = lines.findIndex((line) => line !== '' && line !== first && !line.startsWith('%%') && !canRead(line));
  return index < 0 ? null : index + 1;
}

function readsAsFlowchart(line: string, parse: typeof parseMermaid): boolean {
  const graph = parse(`flowchart TD\n${line}`);
  const linked = /--|==|-\.|->|=>/.test(withoutLabels(line));
  return linked ? graph.edges.length > 0 : graph.nodes.size > 0;
}
