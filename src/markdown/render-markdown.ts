import type { Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { markdownHandlers } from './handlers/index.ts';
import { tooDeepFinding } from './nesting.ts';
import { noteRemovedHtml } from './note-removed-html.ts';
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
    headings: gathered.headings,
  };
}

function safeTree(nodes: readonly RootContent[], rendering: Rendering): HastRoot {
  const { context, word } = rendering;
  const source = new VFile(String(context.file));
  try {
    const raw = unified()
      .use(remarkRehype, {
        allowDangerousHtml: true,
        clobberPrefix: '',
        handlers: markdownHandlers(rendering),
        footnoteLabel: word('footnotes.label'),
        footnoteLabelTagName: `h${context.topHeading}`,
        footnoteBackLabel: (reference, again) =>
          word('footnotes.back', { number: again > 1 ? `${reference + 1}-${again}` : reference + 1 }),
      })
      .use(rehypeRaw, { passThrough: [slotType] })
      .runSync({ type: 'root', children: [...nodes] }, source);
    slotsToElements(raw);
    noteRemovedHtml(raw, rendering);
    return unified().use(rehypeSanitize, sanitizeSchema(context.idPrefix)).runSync(raw, source);
  } catch (problem) {
    // Markdown is measured by the parser; HTML nested thousands deep shows only as an exhausted stack.
    if (!(problem instanceof RangeError)) throw problem;
    const at = nodes[0]?.position?.start ?? { line: 1, column: 1 };
    rendering.note('nesting-too-deep', tooDeepFinding(at));
    return { type: 'root', children: [] };
  }
}
