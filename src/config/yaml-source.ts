import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { report } from '../diagnostics/report.ts';

/** Deepest nesting of a configuration or quiz file; real ones have about six levels. */
const deepest = 20;

/** A parsed YAML text that still knows where each value and key stood in its file. */
export interface YamlSource {
  readonly value: unknown;
  /** Where the value at this path stands; of a path that does not exist, its nearest existing parent. */
  readonly at: (path: readonly PropertyKey[]) => Position;
  /** Where the key (last step of the path) stands; like `at` for list items. */
  readonly keyAt: (path: readonly PropertyKey[]) => Position;
}

/**
 * Parses YAML 1.2 and reports syntax faults, duplicate keys, unknown tags and alias bombs on `file`, with positions.
 *
 * @param text what to parse; a part of `file`'s text (front matter) or all of it
 * @param start where `text` begins in `file`
 * @returns null if it could not be parsed; the reasons are messages on `file`
 */
export function readYaml(file: VFile, text: string, start: Point = { line: 1, column: 1, offset: 0 }): YamlSource | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, strict: true, uniqueKeys: true });
  const point = (offset: number): Point => {
    const { line, col } = counter.linePos(Math.min(Math.max(offset, 0), text.length));
    return {
      line: start.line + Math.max(line, 1) - 1,
      column: (line <= 1 ? start.column - 1 : 0) + Math.max(col, 1),
      offset: (start.offset ?? 0) + offset,
    };
  };
  const range = (from: number, to: number): Position => ({ start: point(from), end: point(Math.max(from, to)) });

  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) {
    const plain = fault.message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').trim();
    report(file, 'yaml-syntax', {
      reason: `YAML cannot be read: ${plain}`,
      fix: yamlHint(fault.code),
      at: range(fault.pos[0], fault.pos[1]),
    });
  }
  if (faults.length > 0) return null;

  if (depth(document.contents) > deepest) {
    report(file, 'yaml-syntax', {
      reason: `YAML is nested more than ${deepest} levels deep`,
      fix: 'Flatten the file; no key of a course or quiz needs so many levels',
      at: range(0, 0),
    });
    return null;
  }

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    report(file, 'yaml-syntax', {
      reason: `YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      fix: 'Write the values out instead of using aliases (`*name`)',
      at: range(0, 0),
    });
    return null;
  }

  const nodeAt = (path: readonly PropertyKey[]): { value: Node | null; key: Node | null } => {
    let node: Node | null = document.contents;
    let key: Node | null = null;
    for (const step of path) {
      if (!isCollection(node)) break;
      const next = childOf(node, step);
      if (next === null) break;
      node = next.value ?? next.key ?? node;
      key = next.key;
    }
    return { value: node, key };
  };
  const position = (node: Node | null): Position => range(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
  return {
    value,
    at: (path) => position(nodeAt(path).value),
    keyAt: (path) => {
      const { value: node, key } = nodeAt(path);
      return position(key ?? node);
    },
  };
}

function childOf(node: Node, step: PropertyKey): { key: Node | null; value: Node | null } | null {
  if (isMap(node)) {
    for (const pair of node.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(step)) {
        return { key: pair.key, value: pair.value as Node | null };
      }
    }
    return null;
  }
  if (isCollection(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { key: null, value: item as Node };
  }
  return null;
}

function depth(node: ParsedNode | Node | null, level = 0): number {
  if (!isCollection(node) || level > deepest) return level;
  let most = level;
  for (const item of node.items) {
    const inner = isPair(item) ? (item.value as Node | null) : (item as Node);
    most = Math.max(most, depth(inner, level + 1));
  }
  return most;
}

function yamlHint(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Keep one of the two; a key may stand once';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces, not tabs';
    case 'TAG_RESOLVE_FAILED':
      return 'Remove the `!tag`, or put the text in quotes';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return 'Check the indentation, and put texts that hold `: ` or ` #` in quotes';
    default:
      return 'Check quotes, colons and indentation on this line';
  }
}
