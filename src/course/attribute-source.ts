import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { YamlSource } from '../config/yaml-source.ts';

/**
 * Values from braces, `{#id pass=75}`, as a source that knows where each of them stands: markdown parsers only know
 * where the block begins.
 *
 * @param place the block, or its first line; the braces are the last on the line where it ends
 */
export function attributeSource(
  value: Readonly<Record<string, unknown>>,
  file: VFile,
  place: Position | undefined,
): YamlSource {
  const at = (path: readonly PropertyKey[]): Position => {
    const key = String(path[0] ?? '').replace(/[^\w-]/g, '');
    return attributePlace(file, place, new RegExp(`(?<=[\\s{])${key}(?=[\\s=}])`));
  };
  return { value, at, keyAt: at, text: () => null };
}

/** Where `#id` stands in the braces of a block; the block's beginning if it has none. */
export function idPlace(file: VFile, place: Position | undefined): Position {
  return attributePlace(file, place, /(?<=[\s{])#/);
}

function attributePlace(file: VFile, place: Position | undefined, wanted: RegExp): Position {
  const start: Point = place?.start ?? { line: 1, column: 1 };
  const line = place?.end.line ?? start.line;
  const text = String(file.value).split('\n')[line - 1] ?? '';
  const braces = text.lastIndexOf('{');
  const found = braces < 0 ? null : wanted.exec(text.slice(braces));
  const point = found === null ? start : { line, column: braces + found.index + 1 };
  return { start: point, end: point };
}
