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
import { isTooDeep, tooDeepFinding, tooNestedText } from './nesting.ts';

/**
 * Parses a lesson: CommonMark, GFM, YAML front matter, and directives as blocks (`:::name`, `::name`). Directives in
 * text stay text, since `10:30` and `:smile:` are common in prose. Link references are replaced by what they refer
 * to, so that each part of the tree can be rendered alone.
 *
 * @returns the tree with positions; problems of form are messages on the file
 */
export function parseMarkdown(file: VFile): Root {
  return parse(String(file), file, (point) => point);
}

/**
 * Parses markdown that stands inside a value of a YAML file.
 *
 * @param start where the text's first character stands in the file; the lines below it are taken to be indented alike
 * @returns blocks whose positions, and those of messages, name places in the YAML file
 */
export function parseMarkdownFragment(file: VFile, text: string, start: Point): RootContent[] {
  const shift = (point: Point): Point => ({
    line: point.line + start.line - 1,
    column: point.column + start.column - 1,
  });
  const tree = parse(text, file, shift);
  visit(tree, (node) => {
    if (node.position !== undefined) {
      node.position = { start: shift(node.position.start), end: shift(node.position.end) };
    }
  });
  return tree.children;
}

function parse(text: string, file: VFile, shift: (point: Point) => Point): Root {
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
  inlineReferences(tree);
  visit(tree, 'containerDirective', (node) => {
    const places = node.data?.position;
    if (places === undefined || 'closing' in places || node.position === undefined) return;
    report(file, 'directive-unclosed', {
      reason: `\`:::${node.name}\` is never closed`,
      fix: 'Write a line with `:::` alone where it ends',
      at: shift(node.position.start),
    });
  });
  return tree;
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .use(blockDirectives)
  .freeze();

function blockDirectives(this: Processor): void {
  const data = this.data();
  const { flow } = directive();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), flow === undefined ? {} : { flow }];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown({ verbose: true })];
}
