import type { Blockquote, RootContent } from 'mdast';

const mark = /^\[!TIP\]\s*/i;

/** Is this the hint of an inline question: a tip, `> [!TIP]`? */
export const isHint = (block: Blockquote): boolean => {
  const first = block.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' && mark.test(text.value);
};

/** What a tip says, without its mark. */
export function hintOf(tip: Blockquote): readonly RootContent[] {
  const [first, ...rest] = tip.children;
  if (first?.type !== 'paragraph') return tip.children;
  const [text, ...more] = first.children;
  if (text?.type !== 'text') return tip.children;
  const value = text.value.replace(mark, '');
  const children = value === '' ? more : [{ ...text, value }, ...more];
  return children.length === 0 ? rest : [{ ...first, children }, ...rest];
}

/** The way back; null for a hint that does not begin with a line of text. */
export function hintBlock(hint: readonly RootContent[]): Blockquote | null {
  const [first, ...rest] = hint;
  if (first?.type !== 'paragraph') return null;
  const line = { ...first, children: [{ type: 'html' as const, value: '[!TIP]\n' }, ...first.children] };
  return { type: 'blockquote', children: [line, ...rest] as Blockquote['children'] };
}

/** Hint and tags as a question carries them: only where there are some. */
export function hintAndTags(hint: readonly RootContent[], tags: readonly string[] | undefined) {
  return { ...(hint.length === 0 ? {} : { hint }), ...(tags === undefined ? {} : { tags }) };
}
