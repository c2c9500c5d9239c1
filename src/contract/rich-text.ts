/**
 * Author text with markup, as data. Feedback and explanations are not in the page until they are revealed, and the
 * runtime never parses HTML (no `innerHTML`, Trusted Types on), so the compiler hands over a small tree instead.
 *
 * A node is a string (text) or `[tag, attributes, ...children]`. The compiler only writes tags and attributes listed
 * here; the page drops anything else, so a hostile `CourseData` cannot make an element that runs script.
 */
export type RichText = readonly RichNode[];

/**
 * Stands for a text in the course's data, which the player works with without ever reading one. The texts themselves,
 * by these numbers, are in a script of the page that shows them (`pages/<page>.texts.js`).
 */
export type TextRef = number;

declare global {
  /** Set by the scripts `pages/<page>.texts.js`, as far as a page loads them. */
  var buildScormTexts: Readonly<Record<TextRef, RichText>> | undefined;
}

export type RichNode = string | RichElement;
export type RichElement = readonly [
  tag: RichTag,
  attributes: Readonly<Record<string, string>>,
  ...children: RichNode[],
];

/** Tags allowed in rich text, each with the attributes it may carry. `class` is limited to `hljs*` and `language-*`. */
export const richTags = {
  p: [],
  em: [],
  strong: [],
  del: [],
  code: ['class'],
  pre: ['class'],
  span: ['class'],
  ul: [],
  ol: ['start'],
  li: [],
  br: [],
  sub: [],
  sup: [],
  kbd: [],
  blockquote: [],
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height'],
} as const satisfies Record<string, readonly string[]>;

export type RichTag = keyof typeof richTags | MathTag;

/**
 * What a formula may be made of: presentation MathML, without what links, acts or loads (`href`, `maction`, `mglyph`,
 * `annotation-xml`) and without `style`, which the page's policy refuses.
 */
export const mathTags = [
  'math',
  'menclose',
  'mfrac',
  'mi',
  'mmultiscripts',
  'mn',
  'mo',
  'mover',
  'mpadded',
  'mphantom',
  'mprescripts',
  'mroot',
  'mrow',
  'mspace',
  'msqrt',
  'mstyle',
  'msub',
  'msubsup',
  'msup',
  'mtable',
  'mtd',
  'mtext',
  'mtr',
  'munder',
  'munderover',
] as const;

export type MathTag = (typeof mathTags)[number];

/** On every tag of a formula. `class` is limited to `tml-*`. */
export const mathAttributes = [
  'accent',
  'accentunder',
  'class',
  'depth',
  'display',
  'displaystyle',
  'fence',
  'form',
  'height',
  'largeop',
  'linethickness',
  'lspace',
  'mathvariant',
  'maxsize',
  'minsize',
  'movablelimits',
  'rowspan',
  'rspace',
  'scriptlevel',
  'separator',
  'stretchy',
  'symmetric',
  'voffset',
  'width',
] as const;

/** What a tag of rich text may carry; null for a tag that it may not have. */
export function richAttributes(tag: string): readonly string[] | null {
  if ((mathTags as readonly string[]).includes(tag)) return mathAttributes;
  return Object.hasOwn(richTags, tag) ? richTags[tag as keyof typeof richTags] : null;
}
