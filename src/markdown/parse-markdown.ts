import type { Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { inlineReferences } from './inline-references.ts';
import { mathFrom, mathSyntax } from './math/math-syntax.ts';
import { mendSpacedFences } from './mend-spaced-fences.ts';
import { isTooDeep, tooDeepFinding, tooNestedText } from './nesting.ts';
import { noteFences } from './note-fences.ts';
import { noteLeftOpen } from './note-left-open.ts';
import { noteLostCells } from './note-lost-cells.ts';
import { noteSplitAddresses } from './note-split-addresses.ts';
import { starredGaps } from './starred-gaps.ts';

/**
 * Parses a lesson: CommonMark, GFM, formulas, YAML front matter, and directives as blocks (`:::name`, `::name`).
 * Directives in text stay text, since `10:30` and `:smile:` are common in prose. Link references are replaced by what they refer
 * to, so that each part of the tree can be rendered alone.
 *
 * @returns the tree with positions; problems of form are messages on the file
 */
export function parseMarkdown(file: VFile): Root {
  return parse(lessonParser, String(file), file, (point) => point);
}

/**
 * Parses markdown that stands inside a value of a YAML file.
 *
 * @param place where the character at an offset of the text stands in the file
 * @returns blocks whose positions, and those of messages, name places in the YAML file
 */
export function parseMarkdownFragment(file: VFile, text: string, place: (offset: number) => Point): RootContent[] {
  const shift = (point: Point): Point => place(point.offset ?? offsetOf(text, point));
  const tree = plainWords.test(text) ? oneParagraph(text) : parse(fragmentParser, text, file, shift);
  visit(tree, (node) => {
    if (node.position !== undefined) {
      node.position = { start: shift(node.position.start), end: shift(node.position.end) };
    }
  });
  return tree.children;
}

/**
 * A line of prose that means itself: most options of a quiz are one, and the parser would take half a millisecond for each.
 * It begins with a letter, ends without a space, and has no character that markdown, GFM, directives or formulas know.
 */
const plainWords = /^(?!.*www)\p{L}(?:[\p{L}\p{Nd} ,.;?!'"()%/–—’“”„…-]*[\p{L}\p{Nd},.;?!'"()%/–—’“”„…-])?$/iu;

/** What the parser makes of `plainWords`. */
function oneParagraph(text: string): Root {
  const position = () => ({
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  });
  const words: RootContent = { type: 'text', value: text, position: position() };
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [words], position: position() }],
    position: position(),
  };
}

/** A mark without a footnote is text for GFM: learners would read `[^1]`. */
function noteStrayFootnotes(tree: Root, text: string, file: VFile, shift: (point: Point) => Point): void {
  visit(tree, 'text', ({ position }) => {
    const from = position?.start.offset ?? 0;
    for (const { 0: mark, index } of text
      .slice(from, position?.end.offset ?? from)
      .matchAll(/(?<!\\)\[\^[^\s\]]+\]/g)) {
      const before = text.slice(0, from + index).split('\n');
      report(file, 'footnote-missing', {
        reason: `The footnote \`${mark}\` has no text`,
        fix: `Write \`${mark}: …\` on a line of its own, or \`\\${mark}\` if it is no footnote`,
        at: shift({ line: before.length, column: (before.at(-1) ?? '').length + 1, offset: from + index }),
      });
    }
  });
}

function offsetOf(text: string, { line, column }: Point): number {
  return text.split('\n', line - 1).reduce((sum, above) => sum + above.length + 1, column - 1);
}

function parse(
  parser: typeof fragmentParser,
  text: string,
  file: VFile,
  shift: (point: Point) => Point,
  mend = true,
): Root {
  const nested = tooNestedText(text);
  if (nested !== null) {
    report(file, 'nesting-too-deep', tooDeepFinding(shift(nested)));
    return { type: 'root', children: [] };
  }
  const tree = parser.parse(new VFile(text));
  if (isTooDeep(tree)) {
    report(file, 'nesting-too-deep', tooDeepFinding(shift({ line: 1, column: 1 })));
    return { type: 'root', children: [] };
  }
  const mended = mend ? mendSpacedFences(tree, text, file, shift) : null;
  if (mended !== null) return parse(parser, mended, file, shift, false);
  noteStrayFootnotes(tree, text, file, shift);
  noteLeftOpen(tree, text, file, shift);
  noteSplitAddresses(tree, text, file, shift);
  noteLostCells(tree, file, shift);
  inlineReferences(tree);
  noteFences(tree, text, file, shift);
  return tree;
}

const fragmentParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(blockDirectives)
  .use(formulas)
  .freeze();

/** Only a file has front matter: in a value of a YAML file `---` at the beginning is a rule. */
const lessonParser = fragmentParser().use(remarkFrontmatter, ['yaml']).freeze();

function blockDirectives(this: Processor): void {
  const data = this.data();
  const { flow } = directive();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), flow === undefined ? {} : { flow }, starredGaps()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown({ verbose: true })];
}

function formulas(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathSyntax()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFrom()];
}
