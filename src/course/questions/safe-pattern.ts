/** Longest pattern an author may write. */
const longestPattern = 200;
/** Most ways in which a pattern may be tried on one answer: some hundredths of a second on a phone. */
const mostTries = 2_000_000;

/**
 * Whether a regular expression may judge answers: it is valid, and no answer, however made, can keep a browser busy.
 * Only plain means are let through: characters, classes, `.`, groups and alternatives, and `?`, `*`, `+`, `{n,m}` behind
 * a single character or class. A group may be optional, not repeated: repeats within repeats are what blows up. Look-around
 * and back-references are not read at all. So the ways to try it can be counted, and are limited.
 *
 * @param most the longest answer that can be typed
 * @returns what is wrong with it and what to write instead; null if nothing is
 */
export function patternFault(pattern: string, most: number): { readonly reason: string; readonly fix: string } | null {
  if (pattern.length > longestPattern) {
    return {
      reason: `The pattern has ${pattern.length} characters`,
      fix: `Write at most ${longestPattern}, or list the answers`,
    };
  }
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return {
      reason: `\`${pattern}\` is no regular expression`,
      fix: 'Put `\\` before a sign that means itself: `\\.`, `\\(`, `\\+`',
    };
  }
  const reader = { text: pattern, at: 0, most };
  const tries = readAlternatives(reader, 0);
  if (tries === null || reader.at < pattern.length) {
    return {
      reason: `\`${reader.text.slice(reader.at, reader.at + 8)}\` in the pattern is not supported`,
      fix: 'Use characters, `.`, `[…]`, `(…|…)`, and `?` `*` `+` `{n,m}` behind single characters; list other answers one by one',
    };
  }
  if (tries <= mostTries) return null;
  return {
    reason: 'The pattern can be matched in too many ways',
    fix: 'Use fewer `*`, `+`, `?` and `|`, or set a smaller `limit`',
  };
}

interface Reader {
  readonly text: string;
  readonly most: number;
  at: number;
}

/** Each reads on and gives the number of ways to try what it read; null where it meets what is not let through. */
function readAlternatives(reader: Reader, depth: number): number | null {
  let tries = 0;
  do {
    const sequence = readSequence(reader, depth);
    if (sequence === null) return null;
    tries += sequence;
  } while (take(reader, /\|/y) !== null);
  return tries;
}

function readSequence(reader: Reader, depth: number): number | null {
  let tries = 1;
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text.charAt(reader.at))) {
    const item = readItem(reader, depth);
    if (item === null) return null;
    tries = Math.min(tries * item, Number.MAX_SAFE_INTEGER);
  }
  return tries;
}

const single = /\\[dDwWsS]|\\[^\p{L}\p{N}]|\[\^?(?:\\[dDwWsS]|\\[^\p{L}\p{N}]|[^\\\]])+\]|[^\\[\](){}*+?|]/uy;

function readItem(reader: Reader, depth: number): number | null {
  if (take(reader, single) !== null) return readRepeat(reader);
  const start = reader.at;
  if (depth < 5 && take(reader, /\((?:\?:)?(?!\?)/y) !== null) {
    const inner = readAlternatives(reader, depth + 1);
    if (inner === null) return null;
    if (take(reader, /\)/y) !== null) {
      const optional = take(reader, /\?\??/y) !== null;
      if (!/[*+{]/.test(reader.text.charAt(reader.at))) return inner + (optional ? 1 : 0);
    }
    reader.at = start;
  }
  return null;
}

function readRepeat(reader: Reader): number | null {
  const repeat = take(reader, /(?:[?*+]|\{\d{1,3}(?:,\d{0,3})?\})\??/y);
  if (repeat === null) return 1;
  if (repeat.startsWith('?')) return 2;
  const [, from, to] = /^\{(\d+)(,\d*)?\}/.exec(repeat) ?? [];
  if (from === undefined || to === ',') return reader.most + 1;
  return to === undefined ? 1 : Math.min(reader.most, Number(to.slice(1)) - Number(from)) + 1;
}

function take(reader: Reader, what: RegExp): string | null {
  what.lastIndex = reader.at;
  const [found] = what.exec(reader.text) ?? [];
  if (found === undefined) return null;
  reader.at += found.length;
  return found;
}
