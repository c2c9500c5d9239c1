import type { Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { EXIT, visit } from 'unist-util-visit';
import { markdownHandlers } from './handlers/index.ts';
import { deepestHtml, isTooDeep, tooDeepFinding } from './nesting.ts';
import { noteLostText, noteRemovedHtml } from './note-removed-html.ts';
import type { RenderContext, RenderedMarkdown } from './render-context.ts';
import { type Rendering, startRendering } from './rendering.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { slotsToElements, slotType } from './slot.ts';
import { transforms } from './transforms/index.ts';

/**
 * Renders markdown to safe HTML: parse the author's HTML, sanitise, and only then apply our own transforms. The input
 * is not changed. Mistakes become messages on `context.file`.
 */
export function renderMarkdown(nodes: readonly RootContent[], context: RenderContext): RenderedMarkdown {
  const { rendering, gathered } = startRendering(context);
  const tree = safeTree(nodes, rendering);
  for (const transform of transforms) transform(tree, rendering);
  return {
    tree,
    media: [...gathered.media].sort(),
    generated: [...gathered.generated.values()],
    styles: [...gathered.styles],
    scripts: [...gathered.scripts],
    headings: gathered.headings,
    sections: gathered.sections,
    waiting: gathered.waiting,
    terms: [...gathered.terms],
    films: [...gathered.films],
  };
}

function safeTree(nodes: readonly RootContent[], rendering: Rendering): HastRoot {
  const parsed = parseHtml(toHast(nodes, rendering), rendering.context);
  if (parsed === null || isTooDeep(parsed, deepestHtml)) {
    const at = nodes[0]?.position?.start ?? { line: 1, column: 1 };
    rendering.note('nesting-too-deep', tooDeepFinding(at));
    return { type: 'root', children: [] };
  }
  slotsToElements(parsed);
  noteRemovedHtml(parsed, rendering);
  const safe = rehypeSanitize(sanitizeSchema(rendering.context.idPrefix))(parsed);
  noteLostText(nodes, safe, rendering);
  return safe;
}

function toHast(nodes: readonly RootContent[], rendering: Rendering): HastRoot {
  const { context, word } = rendering;
  const transform = remarkRehype({
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: markdownHandlers(rendering),
    footnoteLabel: word('footnotes.label'),
    footnoteLabelTagName: `h${context.topHeading}`,
    footnoteBackLabel: (reference, again) =>
      word('footnotes.back', { number: again > 1 ? `${reference + 1}-${again}` : reference + 1 }),
  });
  return transform({ type: 'root', children: [...nodes] }, context.file);
}

/**
 * Parses the author's HTML. Most texts have none, and are spared the parser, which reads the whole file each time.
 *
 * @returns null if it is nested so deep that the parser gives up
 */
function parseHtml(tree: HastRoot, context: RenderContext): HastRoot | null {
  let hasHtml = false;
  visit(tree, 'raw', () => {
    hasHtml = true;
    return EXIT;
  });
  if (!hasHtml) return tree;
  try {
    return rehypeRaw({ passThrough: [slotType] })(tree, context.file) as HastRoot;
  } catch (problem) {
    // The parser's tree is read by recursion: an exhausted stack.
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}
