import type { RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import { mathTo } from './math/math-syntax.ts';

/** Directives are blocks only (see `parseMarkdown`), so a colon in a line of text needs no escape. */
const directives = directiveToMarkdown({ preferUnquoted: true });
const blockDirectives = {
  ...directives,
  unsafe: (directives.unsafe ?? []).filter((pattern) => !(pattern.inConstruct ?? []).includes('phrasing')),
};

/** Blocks as markdown in the way authors write it; parsed again by `parseMarkdown`, it gives the same blocks. */
export function toMarkdown(nodes: readonly RootContent[]): string {
  return write(
    { type: 'root', children: [...nodes] },
    {
      bullet: '-',
      emphasis: '_',
      fences: true,
      listItemIndent: 'one',
      resourceLink: false,
      // `---` at the beginning would be taken for front matter.
      rule: '*',
      extensions: [gfmToMarkdown({ firstLineBlank: false }), blockDirectives, mathTo()],
    },
  );
}
