import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { linkTarget } from '../link-target.ts';
import type { ContentElement, ElementUse } from './element.ts';

/**
 * Two pictures of the same thing, before and after: one above the other with their captions, and with script one over
 * the other with a slider between them.
 */
export const compare: ContentElement = {
  name: 'compare',
  form: 'container',
  label: 'required',
  attributes: {},
  example: ':::compare[What changed]',
  style: 'compare',
  script: 'compare',
  render: (use) => {
    const { label, body, rendering } = use;
    const images = imagesOf(body);
    const problem = problemOf(images, use);
    if (problem !== null) {
      rendering.note('compare-images', {
        reason: problem,
        fix: 'Write `![What it shows](media/before.png "Before")` and `![What it shows](media/after.png "After")`, both of one size',
        at: use.position,
      });
      return body;
    }
    const [before = '', after = ''] = images.map(captionOf);
    const title = textOf({ type: 'root', children: label ?? [] }).trim();
    return [
      h(
        'div',
        {
          className: ['compare'],
          role: 'group',
          ariaLabel: title,
          dataCompare: rendering.word('compare.slider', { before, after }),
        },
        [
          h('p', { className: ['compare-title'] }, label ?? []),
          h(
            'div',
            { className: ['compare-images'] },
            images.map((image) => h('figure', [image, h('figcaption', captionOf(image))])),
          ),
        ],
      ),
    ];
  },
};

const captionOf = (image: Element): string => String(image.properties['title'] ?? '').trim();

function imagesOf(body: readonly ElementContent[]): Element[] {
  const images: Element[] = [];
  visit({ type: 'root', children: [...body] }, 'element', (node) => {
    if (node.tagName === 'img') images.push(node);
  });
  return images;
}

function problemOf(images: readonly Element[], { body, rendering }: ElementUse): string | null {
  const { context } = rendering;
  if (images.length !== 2) return `A comparison shows two images, not ${images.length}`;
  if (textOf({ type: 'root', children: [...body] }).trim() !== '')
    return 'A comparison holds two images and nothing else';
  if (images.some((image) => captionOf(image) === '')) return 'An image of a comparison has no caption';
  const [first, second] = images.map((image) => {
    const target = linkTarget(String(image.properties['src'] ?? ''), context.folder);
    return target.kind === 'path' && target.path !== null ? context.media(target.path) : null;
  });
  // One that is missing is told where the images are looked for.
  if (first?.width === undefined || first.height === undefined) return null;
  if (second?.width === undefined || second.height === undefined) return null;
  const differ = Math.abs(first.width / first.height - second.width / second.height) > 0.01;
  return differ
    ? `The images of a comparison differ in shape: ${first.width} × ${first.height} and ${second.width} × ${second.height}`
    : null;
}
