import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { MediaFile } from '../../course/project.ts';
import { findMedia } from '../find-media.ts';
import { decodePath } from '../link-target.ts';
import type { Rendering } from '../rendering.ts';

import { svgProblems } from '../svg-safety.ts';
import { zoomable } from '../zoomable.ts';

const longestAlt = 150;

/** Images: from the course folder only, with a text alternative; one alone in its paragraph becomes a figure. */
export function images(tree: Root, rendering: Rendering): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'img') {
      judgeAlt(node, rendering);
      const file = findFile(node, rendering);
      if (file !== null) show(node, file, rendering);
      else if (parent !== undefined && index !== undefined) {
        parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
      }
    }
  });
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || parent === undefined || index === undefined) return;
    const image = onlyImage(node);
    if (image !== null) parent.children[index] = figure(image, rendering);
  });
  visit(tree, 'element', (node) => {
    // What is left of titles would be a tooltip, which touch and keyboard never see.
    if (node.tagName === 'img') delete node.properties['title'];
  });
}

function judgeAlt(image: Element, { note }: Rendering): void {
  const alt = image.properties['alt'];
  const at = image.position;
  if (alt === undefined) {
    note('image-alt-missing', {
      reason: 'The image has no text alternative',
      fix: 'Write what it says: `![Requests flow from browser to edge](media/map.png)`, or `![](media/line.png){decorative}`',
      at,
    });
    return;
  }
  const text = String(alt).trim();
  const file =
    decodePath(String(image.properties['src'] ?? ''))
      .split(/[\\/]/)
      .at(-1) ?? '';
  if (saysOnlyItsName(text, file)) {
    note('image-alt-file-name', {
      reason: `The text alternative \`${text}\` is a file name`,
      fix: 'Write what the image says to someone who cannot see it',
      at,
    });
  } else if ([...text].length > longestAlt) {
    note('image-alt-long', {
      reason: `The text alternative has ${[...text].length} characters`,
      fix: `Say it in ${longestAlt}, and put the rest into the text beside the image`,
      at,
    });
  }
}

/** Words that say that it is a picture, not what it shows. */
const empty = /^(?:diagram|figure|graphic|icon|image|img|photo|pic|picture|screenshot|untitled)$/i;

/** Whether the text is the file's name. One word, `Green` on `green.png`, may be both: that is for the author to judge. */
function saysOnlyItsName(text: string, file: string): boolean {
  if (/^[\w-]+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(text)) return true;
  const stem = file.replace(/\.[^.]*$/, '');
  if (text === '' || ![file, stem].some((name) => name.toLowerCase() === text.toLowerCase())) return false;
  return !/^\p{L}+$/u.test(text) || empty.test(text);
}

function findFile(image: Element, rendering: Rendering): MediaFile | null {
  const source = String(image.properties['src'] ?? '');
  const at = image.position;
  const file = findMedia(source, 'image', at, rendering);
  const problems = file?.svg === undefined ? [] : svgProblems(file.svg);
  if (problems.length === 0) return file;
  rendering.note('svg-unsafe', {
    reason: `\`${source}\` cannot be packaged: ${problems.join(', ')}`,
    fix: 'Export it again as a plain SVG, without scripts and links, or as PNG',
    at,
  });
  return null;
}

function show(image: Element, file: MediaFile, rendering: Rendering): void {
  image.properties['src'] = rendering.useMedia(file);
  for (const side of ['width', 'height'] as const) {
    const pixels = file[side];
    delete image.properties[side];
    if (pixels !== undefined) image.properties[side] = pixels;
  }
}

function onlyImage(paragraph: Element): Element | null {
  let image: Element | null = null;
  for (const child of paragraph.children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'element' || child.tagName !== 'img' || image !== null) return null;
    image = child;
  }
  return image;
}

function figure(image: Element, rendering: Rendering): Element {
  const caption = String(image.properties['title'] ?? '').trim();
  const children: ElementContent[] = [image];
  if (caption !== '') children.push(h('figcaption', caption));
  return h('figure', { className: ['figure'], ...zoomable(image, rendering) }, children);
}
