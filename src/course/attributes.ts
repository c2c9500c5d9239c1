import type { Html, PhrasingContent, Text } from 'mdast';

export interface Attributes {
  readonly id: string | null;
  /** Values as YAML would read them: `75` is a number, `true` a boolean. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

const none: Attributes = { id: null, values: {} };
// White space must stand between two attributes: were it optional, a missing `}` would take for ever to find.
const group =
  /\s*\{\s*((?:#[^\s{}"=]+|[A-Za-z][\w-]*(?:=(?:"[^"]*"|[^\s{}"]+))?)(?:\s+(?:#[^\s{}"=]+|[A-Za-z][\w-]*(?:=(?:"[^"]*"|[^\s{}"]+))?))*)\s*\}\s*$/;
const part = /#([^\s{}"=]+)|([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|([^\s{}"]+)))?/g;

/**
 * Takes `{#id key=value}` off the end of a line of text, such as a question's heading or an option.
 *
 * @returns the content without it, and what it said; the input is not changed
 */
export function takeAttributes<T extends PhrasingContent>(nodes: readonly T[]): { nodes: T[]; attributes: Attributes } {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return { nodes: [...nodes], attributes: none };
  const found = group.exec(last.value);
  if (found === null) return { nodes: [...nodes], attributes: none };
  const rest = last.value.slice(0, found.index);
  const kept = rest === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), { ...last, value: rest }];
  return { nodes: [...kept], attributes: parseAttributes(found[1] ?? '') };
}

function parseAttributes(text: string): Attributes {
  let id: string | null = null;
  const values: Record<string, string | number | boolean> = {};
  for (const [, hash, key, quoted, bare] of text.matchAll(part)) {
    if (hash !== undefined) id = hash;
    else if (key !== undefined) values[key] = quoted ?? (bare === undefined ? true : scalar(bare));
  }
  return { id, values };
}

/** What YAML would make of an unquoted word, so that both forms of a quiz share one schema. */
export function scalar(text: string): string | number | boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The way back: what to append to a line of text so that `takeAttributes` takes these off it. */
export function attributesNode(id: string | null, values: Attributes['values'] = {}): Text | Html {
  const parts = [
    ...(id === null ? [] : [`#${id}`]),
    ...Object.entries(values).map(([key, value]) => `${key}=${valueText(value)}`),
  ];
  const value = ` {${parts.join(' ')}}`;
  // As text each sign that markdown could take for its own is escaped; `snake_case` reads better without.
  const isHarmless = /^[\w .{}#="-]*$/.test(value) && !/_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/.test(value);
  return { type: isHarmless ? 'html' : 'text', value };
}

/** `75`, `true`, `word`, `"two words"`. A text that looks like a number is read as one unless it stands in quotes. */
function valueText(value: string | number | boolean): string {
  return typeof value === 'string' && (!/^[^\s{}"=]+$/.test(value) || scalar(value) !== value)
    ? `"${value}"`
    : String(value);
}
