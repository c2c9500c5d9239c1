/**
 * Where each character of a YAML text stands in its source. YAML folds lines, drops indentation and knows escapes, so
 * text and source are walked side by side: white space may differ, all other characters come in the same order.
 *
 * @param value the text that YAML made
 * @param source what it was made from; the scalar stands from `from` to `to`, with its quotes or its `|`
 * @returns an offset in `source` for each character of `value`, and one more for its end
 */
export function placesOfText(value: string, source: string, from: number, to: number): readonly number[] {
  const style = source[from] ?? '';
  let at = from;
  if (style === '"' || style === "'") at += 1;
  // A block text begins on the line below its `|` or `>`.
  if (style === '|' || style === '>') at = Math.min(to, source.indexOf('\n', from) + 1);
  const double = style === '"';
  // Most texts stand in the file as they are.
  if (source.startsWith(value, at) && !/[\n'"\\]/.test(value)) {
    return Array.from({ length: value.length + 1 }, (_, index) => at + index);
  }
  const places: number[] = [];
  for (const sign of value) {
    const space = /\s/.test(sign);
    // What YAML folds away: white space before a sign, and in double quotes a line end behind a backslash.
    while (at < to && !space && /^(?:\s|\\\s*\n)/.test(source.slice(at, double ? to : at + 1))) at += 1;
    for (const _unit of sign.split('')) places.push(Math.min(at, to));
    if (space) at += source[at] === sign ? 1 : double && /^\\[ntvfr0NLP_ \t]/.test(source.slice(at, at + 2)) ? 2 : 0;
    else if (double && source[at] === '\\') at += escapeLength(source[at + 1] ?? '');
    else if (style === "'" && source[at] === "'") at += 2;
    else at += sign.length;
    at = Math.min(at, to);
  }
  places.push(at);
  return places;
}

/** YAML 1.2, 5.7: `\x41`, `\u0041`, `\U00000041`, all others are one character. */
function escapeLength(kind: string): number {
  return { x: 4, u: 6, U: 10 }[kind] ?? 2;
}
