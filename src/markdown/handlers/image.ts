import type { Element } from 'hast';
import type { Image, Parents, Text } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import type { HandlerState } from './index.ts';

/** Written right behind an image that says nothing: `![](media/line.png){decorative}`. */
const decorativeMark = '{decorative}';

/** Markdown cannot leave `alt` out, so an empty one means "forgotten" unless the image is marked as decorative. */
export function imageHandler(state: HandlerState, node: Image, parent: Parents | undefined) {
  const made = defaultHandlers.image(state, node) as Element;
  if ((node.alt ?? '').trim() === '') {
    if (isMarked(node, parent)) made.properties['alt'] = '';
    else delete made.properties['alt'];
  }
  return made;
}

/** Leaves the mark out of the text. */
export function textHandler(state: HandlerState, node: Text, parent: Parents | undefined) {
  const before = siblingAt(parent, node, -1);
  const marks = before?.type === 'image' && isMarked(before, parent);
  return defaultHandlers.text(state, marks ? { ...node, value: node.value.slice(decorativeMark.length) } : node);
}

function isMarked(image: Image, parent: Parents | undefined): boolean {
  const next = siblingAt(parent, image, 1);
  return (image.alt ?? '').trim() === '' && next?.type === 'text' && next.value.startsWith(decorativeMark);
}

function siblingAt(parent: Parents | undefined, node: Image | Text, step: 1 | -1) {
  if (parent === undefined) return undefined;
  const children: readonly Parents['children'][number][] = parent.children;
  const index = children.indexOf(node);
  return index < 0 ? undefined : children[index + step];
}
