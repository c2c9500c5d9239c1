import type { YAMLError } from 'yaml';

/** What is wrong with a YAML text, and what to write instead; `from` is where in the text, if the parser looks elsewhere. */
export interface YamlFault {
  readonly reason: string;
  readonly fix: string;
  readonly from?: number;
  /** Whether a text was read as something else, so that what follows in its line is not judged. */
  readonly isMisread?: true;
}

/** The parser's complaint about `text` in an author's words. */
export function yamlFault({ code, message, pos }: YAMLError, text: string): YamlFault {
  const indented =
    message.startsWith('Sequence item without -') || code === 'BAD_INDENT' ? misindented(text, pos[0]) : null;
  if (indented !== null) return indented;
  const said = message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').trim();
  const quoted = notQuoted.test(code) || /block-seq-ind/.test(said) ? inQuotes(text, pos[0]) : null;
  if (quoted !== null)
    return {
      reason: `${quoted.sign === '`' ? 'A backquote' : `\`${quoted.sign}\``} at the beginning of a text means something else to YAML`,
      fix: `Put the whole text in quotes: ${quoted.fix}`,
      from: quoted.from,
      isMisread: true,
    };
  switch (code) {
    case 'DUPLICATE_KEY':
      return { reason: 'The key stands twice', fix: 'Keep one of the two' };
    case 'TAB_AS_INDENT':
      return { reason: 'A tab indents the line', fix: 'Indent with spaces' };
    case 'TAG_RESOLVE_FAILED':
      return { reason: `YAML cannot be read: ${said}`, fix: 'Put a text that begins with `!` in quotes' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        reason: 'YAML takes this for a key with a value inside another value',
        fix: 'Put a text that holds `: ` in quotes, or indent the lines below it alike',
      };
    case 'BAD_ALIAS':
      return { reason: `YAML cannot be read: ${said}`, fix: 'Put a text that begins with `*` or `&` in quotes' };
    case 'MISSING_CHAR':
      if (said.startsWith('Missing closing'))
        return { reason: 'The text in quotes is not closed', fix: 'Write the same quote at its end' };
      return { reason: `YAML cannot be read: ${said}`, fix: 'Write `key: value`, with a space after the colon' };
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        reason: `YAML cannot be read: ${said}`,
        fix: 'Write `key: value`, with a space after the colon, and indent the lines below alike',
      };
    default:
      return { reason: `YAML cannot be read: ${said}`, fix: 'Check quotes, colons and indentation on this line' };
  }
}

/** What the parser says where a text begins with a sign of its own. */
const notQuoted = /^(?:BAD_ALIAS|BAD_SCALAR_START|TAG_RESOLVE_FAILED|UNEXPECTED_TOKEN)$/;

/**
 * The value in the line of this place, as it is to be written where it is a text.
 *
 * @returns null if it does not begin with a sign that means something to YAML
 */
export function inQuotes(
  text: string,
  offset: number,
): { readonly sign: string; readonly fix: string; readonly from: number } | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const [, before = '', value = ''] = /^([ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(.*?)[ \t]*$/.exec(line) ?? [];
  const [sign = ''] = value;
  if (value.length < 2 || !'"\'`@%*&!>|{[-'.includes(sign) || before.trim() === '') return null;
  // Quotes around it all, and others inside; `"a" or "b"` has none around it.
  const isQuoted = /^"[^"\\]*\s"[^\\]*"$|^'[^']*\s'.*'$/.test(value);
  const meant = isQuoted ? value.slice(1, -1) : value;
  const written = /["\\]/.test(meant) ? `'${meant.replaceAll("'", "''")}'` : `"${meant}"`;
  return { sign, fix: `\`${written.length > 80 ? '"…"' : written}\``, from: start + before.length };
}

/**
 * A line that begins neither where the keys or items above it begin nor where those around them do. The parser misses a
 * dash or a colon, but what is wrong are the spaces.
 *
 * @returns null if the line begins like one above it: then it is something else
 */
function misindented(text: string, offset: number): YamlFault | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = spacesBefore(text.slice(start));
  const above = text
    .slice(0, start)
    .split('\n')
    .filter((line) => /^ *[^\s#]/.test(line))
    .map(beginnings);
  if (above.flat().includes(indent)) return null;
  const around = above.findLastIndex((columns) => columns.some((column) => column < indent));
  const inside = above.slice(Math.max(around, 0)).flat();
  const wanted = Math.min(...inside.filter((column) => column > indent));
  if (!Number.isFinite(wanted)) return null;
  const key = /^ *([^\s:]+):/.exec(text.slice(start))?.[1];
  return {
    reason: `The line is indented by ${spaces(indent)}, where nothing above it begins`,
    fix: `Write ${spaces(wanted)} before ${key === undefined ? 'it' : `\`${key}:\``}, so that it begins below what it belongs to`,
    from: start + indent,
  };
}

/** Where a line below may begin: where this one does, and behind the dash of a list item, with its keys. */
function beginnings(line: string): number[] {
  const item = /^ *- +(?=\S)/.exec(line);
  return item === null ? [spacesBefore(line)] : [spacesBefore(line), item[0].length];
}

const spacesBefore = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

const spaces = (count: number): string => `${count} ${count === 1 ? 'space' : 'spaces'}`;
