import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { report } from '../diagnostics/report.ts';
import { placesOfText } from './places-of-text.ts';
import { yamlFault } from './yaml-fault.ts';

/** Deepest nesting of a configuration or quiz file; real ones have about six levels. */
const deepest = 20;

/** A parsed YAML text that still knows where each value and key stood in its file. */
export interface YamlSource {
  readonly value: unknown;
  /** Where the value at this path stands; of a path that does not exist, its nearest existing parent. */
  readonly at: (path: readonly PropertyKey[]) => Position;
  /** Where the key (last step of the path) stands; like `at` for list items. */
  readonly keyAt: (path: readonly PropertyKey[]) => Position;
  /** The text at this path, and where each of its characters stands in the file; null if no text or number is there. */
  readonly text: (path: readonly PropertyKey[]) => YamlText | null;
}

/** A text in a YAML file. `1.10` and `yes` are texts as they were written, whatever else YAML takes them for. */
export interface YamlText {
  readonly value: string;
  /** Where the character at this offset of `value` stands in the file. */
  readonly place: (offset: number) => Point;
}

/**
 * Parses YAML 1.2 and reports syntax faults, duplicate keys, unknown tags and alias bombs on `file`, with positions.
 *
 * @param text what to parse; a part of `file`'s text (front matter) or all of it
 * @param start where `text` begins in `file`
 * @returns null if it could not be parsed; the reasons are messages on `file`
 */
export function readYaml(
  file: VFile,
  text: string,
  start: Point = { line: 1, column: 1, offset: 0 },
): YamlSource | null {
  const lineStarts = lineStartsOf(text);
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: true });
  const point = (offset: number): Point => {
    const within = Math.min(Math.max(offset, 0), text.length);
    const line = lineStarts.findLastIndex((start) => start <= within) + 1;
    const col = within - (lineStarts[line - 1] ?? 0) + 1;
    return {
      line: start.line + line - 1,
      column: (line === 1 ? start.column - 1 : 0) + col,
      offset: (start.offset ?? 0) + within,
    };
  };
  const range = (from: number, to: number): Position => ({ start: point(from), end: point(Math.max(from, to)) });

  const faults = [...document.errors, ...document.warnings];
  // Where a sign at the beginning of a text was misread, what is said of the rest of the line is its consequence.
  const misread = new Set<number>();
  for (const fault of faults) {
    const { reason, fix, from = fault.pos[0], isMisread } = yamlFault(fault, text);
    const { line } = point(fault.pos[0]);
    if (misread.has(line)) continue;
    if (isMisread) misread.add(line);
    const opened = fault.message.startsWith('Missing closing') ? lastQuote(document) : null;
    report(file, 'yaml-syntax', {
      reason,
      fix,
      at: opened === null ? range(from, fault.pos[1]) : range(opened, opened),
    });
  }
  let unresolved = 0;
  visit(document, {
    Alias: (_key, node) => {
      if (node.resolve(document) !== undefined) return;
      unresolved += 1;
      const at = range(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
      if (misread.has(at.start.line)) return;
      report(file, 'yaml-syntax', {
        reason: `\`*${node.source}\` refers to something that is not there`,
        fix: `Put a text that begins with \`*\` in quotes: \`"*${node.source}"\``,
        at,
      });
    },
  });
  if (faults.length + unresolved > 0) return null;

  if (depth(document.contents) > deepest) {
    report(file, 'yaml-syntax', {
      reason: `YAML is nested more than ${deepest} levels deep`,
      fix: 'Flatten the file; no key of a course or quiz needs so many levels',
      at: range(0, 0),
    });
    return null;
  }

  noteCutTexts(document, text, (from, to) => range(from, to), file);
  keepKeysAsWritten(document);
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
    text: (path) => {
      const found = path.reduce<Node | null>(
        (node, step) => (isCollection(node) ? (childOf(node, step)?.value ?? null) : null),
        document.contents,
      );
      const node = isAlias(found) ? (found.resolve(document) ?? null) : found;
      if (!isScalar(node) || node.value === null || node.value === undefined) return null;
      const [from, to] = node.range ?? [0, 0];
      const value =
        node.type === 'PLAIN' && typeof node.value !== 'string'
          ? (node.source ?? String(node.value))
          : String(node.value);
      let places: readonly number[] | null = null;
      return {
        value,
        place: (offset) => {
          places ??= placesOfText(value, text, from, to);
          return point(places[offset] ?? places.at(-1) ?? from);
        },
      };
    },
  };
}

/** `title: Lesson #1` is "Lesson" for YAML, and a comment. One of words begins with a space, so this was meant as text. */
function noteCutTexts(
  document: Document.Parsed,
  text: string,
  range: (from: number, to: number) => Position,
  file: VFile,
): void {
  visit(document, {
    Scalar: (_key, node) => {
      const [, end = 0] = node.range ?? [];
      const [cut, gap = ''] = /^([ \t]+)#[\p{L}\p{N}][^\r\n]*/u.exec(text.slice(end)) ?? [];
      if (cut === undefined || node.type !== 'PLAIN' || typeof node.value !== 'string') return;
      const whole = `${node.source}${cut}`.trimEnd();
      report(file, 'yaml-comment', {
        reason: `The text ends before \`${cut.trim()}\`, which is a comment for YAML`,
        fix:
          /["\\]/.test(whole) || whole.length > 80
            ? 'Put the text in quotes, or write a space behind `#`'
            : `Write \`"${whole}"\`, or a space behind \`#\` if it is a comment`,
        at: range(end + gap.length, end + cut.length),
      });
    },
  });
}

/** A key is a name: `1.10` is not `1.1`, and `null` is not nothing. */
function keepKeysAsWritten(document: Document.Parsed): void {
  visit(document, {
    Pair: (_index, { key }) => {
      if (!isScalar(key) || key.type !== 'PLAIN' || !key.source) return;
      if (typeof key.value === 'number' || key.value === null) key.value = key.source;
    },
  });
}

/** Where each line begins. The parser's own count goes wrong behind a fault that it steps over. */
function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
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

/** Where the quote stands that is never closed: the parser complains at the end of the file. */
function lastQuote(document: Document.Parsed): number | null {
  let last: number | null = null;
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') last = node.range?.[0] ?? last;
    },
  });
  return last;
}
