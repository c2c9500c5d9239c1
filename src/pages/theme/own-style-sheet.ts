import { type CSSToken, tokenize } from '@csstools/css-tokenizer';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { MediaFile } from '../../course/project.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { report } from '../../diagnostics/report.ts';
import type { RuleId } from '../../diagnostics/rules.ts';
import { linkTarget, relativePath } from '../../markdown/link-target.ts';
import { svgProblems } from '../../markdown/svg-safety.ts';

/** In characters. The tool's own style of a whole course has half of it. */
export const largestStyleSheet = 100_000;

/** Functions whose texts are addresses. */
const loading: ReadonlySet<string> = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade']);
const closing: Readonly<Record<string, string>> = {
  'function-token': ')-token',
  '(-token': ')-token',
  '[-token': ']-token',
  '{-token': '}-token',
};
const signs: Readonly<Record<string, string>> = { ')-token': ')', ']-token': ']', '}-token': '}' };

export interface OwnStyleSheet {
  /** With the addresses that files have in the package. */
  readonly css: string;
  readonly media: readonly MediaFile[];
}

/**
 * An author's style sheet, made fit for a package: it may name files of the course and nothing else. What is wrong with
 * it is a message on its file.
 *
 * @param file with the path in the course folder as `data.source`
 * @param media the course's files by path
 */
export function ownStyleSheet(file: VFile, media: ReadonlyMap<string, MediaFile>): OwnStyleSheet {
  const css = String(file.value);
  const point = pointIn(css);
  const note = (rule: RuleId, offset: number, reason: string, fix: string): void =>
    void report(file, rule, { reason, fix, at: point(offset) });
  if (css.length > largestStyleSheet) {
    const size = `The style sheet has ${css.length.toLocaleString('en')} characters`;
    const most = largestStyleSheet.toLocaleString('en');
    note(
      'css-refused',
      0,
      `${size}; ${most} are the most`,
      'Keep what changes the look of this course, and put pictures into files',
    );
    return { css: '', media: [] };
  }

  const found = findAddresses(css, note);
  const used = new Set<MediaFile>();
  let written = '';
  let done = 0;
  for (const { address, start, end, isUrl } of found) {
    const packaged = resolve(address, start, { file, media, note, used });
    if (packaged === null) continue;
    written += css.slice(done, start) + (isUrl ? `url("${packaged}")` : `"${packaged}"`);
    done = end;
  }
  return { css: `${(written + css.slice(done)).trim()}\n`, media: [...used] };
}

interface Address {
  readonly address: string;
  readonly start: number;
  readonly end: number;
  /** `url(x)` without quotes, one token. */
  readonly isUrl: boolean;
}

type Note = (rule: RuleId, offset: number, reason: string, fix: string) => void;

/** Everything that loads something; what a style sheet must not hold is noted. */
function findAddresses(css: string, note: Note): readonly Address[] {
  const found: Address[] = [];
  const open: { readonly type: string; readonly name: string; readonly start: number }[] = [];
  const broken: { readonly start: number; readonly reason: string }[] = [];
  const tokens: CSSToken[] = tokenize(
    { css },
    {
      onParseError: ({ sourceStart }) =>
        broken.push({ start: sourceStart, reason: 'A text or a comment is not closed' }),
    },
  );
  tokens.forEach(([type, text, start, last, data], index) => {
    const name = data !== undefined && 'value' in data ? String(data.value).toLowerCase() : '';
    const address = { address: data !== undefined && 'value' in data ? String(data.value) : '', start, end: last + 1 };
    if (type === 'at-keyword-token' && name === 'import') {
      note('css-remote', start, '`@import` loads another style sheet', 'Put its rules into this file');
    } else if (type === 'function-token' && name === 'expression') {
      note('css-refused', start, '`expression()` runs script', 'Remove it');
    } else if (type === 'ident-token' && /^(?:behavior|-moz-binding)$/.test(name) && isProperty(tokens, index)) {
      note('css-refused', start, `\`${name}\` runs script`, 'Remove it');
    } else if (type === 'url-token') {
      found.push({ ...address, isUrl: true });
    } else if (type === 'string-token' && open.some((each) => loading.has(each.name))) {
      found.push({ ...address, isUrl: false });
    } else if (type === 'bad-url-token') {
      broken.push({ start, reason: `\`${text.slice(0, 40)}\` is no address` });
    }
    if (closing[type] !== undefined) open.push({ type, name: type === 'function-token' ? name : '', start });
    else if (signs[type] !== undefined && closing[open.pop()?.type ?? ''] !== type)
      broken.push({ start, reason: `\`${signs[type]}\` closes nothing` });
  });
  const [unclosed] = open;
  if (unclosed !== undefined) {
    const sign = signs[closing[unclosed.type] ?? ''] ?? '';
    broken.push({ start: unclosed.start, reason: `What begins here is not closed by \`${sign}\`` });
  }
  // What follows the first is mostly its consequence.
  const [first] = broken.sort((a, b) => a.start - b.start);
  if (first !== undefined) note('css-syntax', first.start, first.reason, 'Check brackets and quotes from here on');
  return found;
}

const isProperty = (tokens: readonly CSSToken[], index: number): boolean =>
  tokens.slice(index + 1).find(([type]) => type !== 'whitespace-token')?.[0] === 'colon-token';

interface Resolving {
  readonly file: VFile;
  readonly media: ReadonlyMap<string, MediaFile>;
  readonly note: Note;
  readonly used: Set<MediaFile>;
}

/** @returns the address in the package; null if it stays as it is, or is refused */
function resolve(address: string, at: number, { file, media, note, used }: Resolving): string | null {
  if (address.startsWith('#') || /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(address)) return null;
  const source = String(file.data['source'] ?? '');
  const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
  const target = linkTarget(address, folder);
  if (target.kind === 'web' || /^[\\/]{2}/.test(address.trim())) {
    const fix = 'Save the file in the course folder, if its licence allows it, and write its path';
    note('css-remote', at, `\`${address}\` lies outside the course`, fix);
    return null;
  }
  if (target.kind !== 'path') {
    const shown = address.length > 60 ? `${address.slice(0, 60)}…` : address;
    note(
      'css-refused',
      at,
      `\`${shown}\` is not an address a package may load`,
      'Write the path of a file of the course',
    );
    return null;
  }
  const found = target.path === null ? undefined : media.get(target.path);
  if (found === undefined) {
    const meant = didYouMean(target.path ?? address, media.keys());
    const fix =
      meant === null ? 'Put the file there, or correct the path' : `Did you mean \`${relativePath(folder, meant)}\`?`;
    note('media-missing', at, `\`${address}\` is not in the course folder`, fix);
    return null;
  }
  const problems = found.svg === undefined ? [] : svgProblems(found.svg);
  if (problems.length > 0) {
    const fix = 'Export it again as a plain SVG, without scripts and links, or as PNG';
    note('svg-unsafe', at, `\`${address}\` cannot be packaged: ${problems.join(', ')}`, fix);
    return null;
  }
  used.add(found);
  return found.packaged;
}

/** Line and column, from 1, of an offset. */
function pointIn(text: string): (offset: number) => Point {
  return (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  };
}
