import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { MediaFile } from '../../course/project.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { decodePath, linkTarget, relativePath } from '../link-target.ts';
import type { Rendering } from '../rendering.ts';
import { svgProblems } from '../svg-safety.ts';

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
    if (image !== null) parent.children[index] = figure(image);
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
  const stem = file.replace(/\.[^.]*$/, '');
  const isName = text !== '' && [file, stem].some((name) => name !== '' && name.toLowerCase() === text.toLowerCase());
  if (isName || /^[\w-]+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(text)) {
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

function findFile(image: Element, { context, note }: Rendering): MediaFile | null {
  const source = String(image.properties['src'] ?? '');
  const at = image.position;
  const target = linkTarget(source, context.folder);
  if (target.kind === 'web') {
    note('media-remote', {
      reason: `The image \`${source}\` lies outside the course`,
      fix: 'Save it in the course folder and write `![…](media/…)`: a package loads nothing from elsewhere',
      at,
    });
    return null;
  }
  const path = target.kind === 'path' ? target.path : null;
  const file = path === null ? null : context.media(path);
  if (file === null) {
    const meant = didYouMean(path ?? source, context.mediaPaths);
    note('media-missing', {
      reason:
        source === ''
          ? 'The image has no address, or one that is not allowed'
          : `\`${source}\` is not in the course folder`,
      fix:
        meant === null
          ? 'Put the file there, or correct the path'
          : `Did you mean \`${relativePath(context.folder, meant)}\`?`,
      at,
    });
    return null;
  }
  const problems = file.svg === undefined ? [] : svgProblems(file.svg);
  if (problems.length > 0) {
    note('svg-unsafe', {
      reason: `\`${source}\` cannot be packaged: ${problems.join(', ')}`,
      fix: 'Export it again as a plain SVG, without scripts and links, or as PNG',
      at,
    });
    return null;
  }
  return file;
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

function figure(image: Element): Element {
  const caption = String(image.properties['title'] ?? '').trim();
  const children: ElementContent[] = [image];
  if (caption !== '') children.push(h('figcaption', caption));
  return h('figure', { className: ['figure'] }, children);
}
