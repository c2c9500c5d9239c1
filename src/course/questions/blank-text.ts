import type { Node, Parent, PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import { typedText } from '../../contract/typed-text.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import type { Blank } from '../course.ts';
import { formattedIn } from './answer-list.ts';

/** A gap as written, `{{…}}`: texts to accept, or the options of a menu. */
export type WrittenBlank = { readonly position?: Position } & (
  | { readonly kind: 'text'; readonly accepted: readonly string[] }
  | { readonly kind: 'menu'; readonly options: Extract<Blank, { kind: 'menu' }>['options'] }
);

export interface BlankText {
  /** The text, each gap a `blank` node. */
  readonly text: readonly RootContent[];
  readonly blanks: readonly WrittenBlank[];
  /** Where a gap is opened and never closed. */
  readonly unclosed: readonly (Position | undefined)[];
  /** Where signs in a gap were taken for formatting, as `*` and `_` are: they, and what they embrace, may be meant otherwise. */
  readonly formatted: readonly (Position | undefined)[];
}

const opening = '{{';
const closing = '}}';

/** Is there a gap, or the beginning of one? What stands in code is none. */
export function hasBlank(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'text'
      ? node.value.includes(opening)
      : 'children' in node && hasBlank(node.children as RootContent[]),
  );
}

/** Takes `{{edge | cdn}}` (a text to type) and `{{*nginx | apache}}` (a menu) out of markdown. The input is not changed. */
export function takeBlanks(nodes: readonly RootContent[]): BlankText {
  const blanks: WrittenBlank[] = [];
  const unclosed: (Position | undefined)[] = [];
  const formatted: (Position | undefined)[] = [];

  const within = (children: readonly RootContent[]): RootContent[] => {
    const made: RootContent[] = [];
    let open: { pieces: Piece[]; position: Position | undefined } | null = null;
    const add = (text: string): void => {
      if (text !== '') made.push({ type: 'text', value: text });
    };
    for (const child of children) {
      if (child.type !== 'text') {
        if (open === null) made.push(withChildren(child, within));
        else {
          open.pieces.push({ literal: true, text: toPlainText([child]) });
          for (const { position } of formattedIn([child])) formatted.push(position ?? open.position);
        }
        continue;
      }
      let rest = child.value;
      for (;;) {
        const at: number = rest.indexOf(open === null ? opening : closing);
        if (at === -1) break;
        const before = rest.slice(0, at);
        if (open === null) {
          add(before);
          open = { pieces: [], position: placeIn(child, child.value.length - rest.length + at) };
        } else {
          open.pieces.push({ literal: false, text: before });
          blanks.push({
            ...readBlank(open.pieces),
            ...(open.position === undefined ? {} : { position: open.position }),
          });
          made.push({ type: 'blank', number: blanks.length });
          open = null;
        }
        rest = rest.slice(at + 2);
      }
      if (open === null) add(rest);
      else open.pieces.push({ literal: false, text: rest });
    }
    if (open !== null) unclosed.push(open.position);
    return made;
  };
  return { text: within(nodes), blanks, unclosed, formatted };
}

/** Of code only its text is taken: no sign in it means anything. */
interface Piece {
  readonly literal: boolean;
  readonly text: string;
}

function readBlank(pieces: readonly Piece[]): WrittenBlank {
  const entries: { starred: boolean; text: string }[] = [{ starred: false, text: '' }];
  for (const { literal, text } of pieces) {
    for (const [index, part] of (literal ? [text] : text.split('|')).entries()) {
      if (index > 0) entries.push({ starred: false, text: '' });
      const entry = entries.at(-1);
      if (entry === undefined) continue;
      const isStar = !literal && entry.text.trim() === '' && /^\s*\*/.test(part);
      entry.starred ||= isStar;
      entry.text += isStar ? part.replace(/^\s*\*/, '') : part;
    }
  }
  const texts = entries.map(({ starred, text }) => ({
    starred,
    text: typedText(text, Number.POSITIVE_INFINITY) ?? '',
  }));
  if (!texts.some(({ starred }) => starred)) return { kind: 'text', accepted: texts.map(({ text }) => text) };
  return { kind: 'menu', options: texts.map(({ starred, text }) => ({ text, correct: starred })) };
}

/** The way back: markdown in which each gap is written out again. */
export function writeBlanks(nodes: readonly RootContent[], blanks: readonly Blank[], inCell = false): RootContent[] {
  return nodes.map((node): RootContent => {
    if (node.type !== 'blank') {
      return withChildren(node, (children) => writeBlanks(children, blanks, inCell || node.type === 'tableCell'));
    }
    const blank = blanks[node.number - 1];
    const source = blank === undefined ? '' : `${opening}${blankSource(blank)}${closing}`;
    return { type: 'html', value: inCell ? source.replaceAll('|', '\\|') : source };
  });
}

function blankSource(blank: Blank): string {
  if (blank.kind === 'text') return blank.accepted.map(textSource).join(' | ');
  return blank.options.map((option) => `${option.correct ? '*' : ''}${textSource(option.text)}`).join(' | ');
}

/** Whatever markdown or the gap itself could take for its own stands as code. */
function textSource(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ,'\u2019-]*$/u.test(text)) return text;
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function withChildren(node: RootContent, change: (children: RootContent[]) => RootContent[]): RootContent {
  if (!('children' in node)) return node;
  const parent: Parent & Node = node;
  return { ...parent, children: change(parent.children as RootContent[]) } as RootContent;
}

/** Where the character at this offset stands; of a text of several lines only the line is known. */
function placeIn(node: Extract<PhrasingContent, { type: 'text' }>, offset: number): Position | undefined {
  const start = node.position?.start;
  if (start === undefined) return undefined;
  const lines = node.value.slice(0, offset).split('\n');
  const isFirst = lines.length === 1;
  const point = { line: start.line + lines.length - 1, column: isFirst ? start.column : 1 };
  return { start: point, end: point };
}
