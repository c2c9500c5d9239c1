import type { Element } from 'hast';
import type { Heading } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { Rendering } from '../rendering.ts';
import { slug } from '../slug.ts';
import type { HandlerState } from './index.ts';

const mark = /\s*\{#([^{}]*)\}\s*$/;

/** `## Heading {#its-id}`: a heading with an id of its own, which stays when its words change. */
export function headingHandler(rendering: Rendering) {
  return (state: HandlerState, node: Heading) => {
    const last = node.children.at(-1);
    const found = last?.type === 'text' ? mark.exec(last.value) : null;
    if (last?.type !== 'text' || found === null || isEscaped(node, rendering)) {
      return defaultHandlers.heading(state, node);
    }
    const children = [...node.children.slice(0, -1), { ...last, value: last.value.slice(0, found.index) }];
    const made = defaultHandlers.heading(state, { ...node, children }) as Element;
    const id = found[1]?.trim() ?? '';
    if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(id)) made.properties['id'] = id;
    else noteInvalid(id, node, rendering);
    return made;
  };
}

/** Whether the braces are text: `\{#like-this}`. The tree no longer knows, the source does. */
function isEscaped({ position }: Heading, { context }: Rendering): boolean {
  if (position === undefined) return false;
  const line = String(context.file).split('\n')[position.end.line - 1] ?? '';
  return /\\\{#[^{}]*\}[\s#]*$/.test(line);
}

function noteInvalid(id: string, node: Heading, { note }: Rendering): void {
  const proposal = slug(id);
  note('heading-id', {
    reason: `\`{#${id}}\` is no id of a heading`,
    fix: `Write small letters, digits, \`-\` and \`_\`, such as \`{#${proposal === '' ? 'its-name' : proposal}}\``,
    at: node.position?.start,
  });
}
