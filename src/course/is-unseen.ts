import type { RootContent } from 'mdast';

/** Is this block nothing but an HTML comment? Nobody who reads the page sees it. */
export const isComment = (node: RootContent): boolean =>
  node.type === 'html' && /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/.test(node.value);

/** Is this block no text where it stands: a comment for other authors, or what a footnote says? */
export const isUnseen = (node: RootContent): boolean => node.type === 'footnoteDefinition' || isComment(node);
