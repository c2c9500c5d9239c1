import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import type { MediaFile } from '../src/course/project.ts';
import { colourCode } from '../src/markdown/colour-code.ts';
import { drawDiagram } from '../src/markdown/diagrams/draw-diagram.ts';
import { lessonIdPrefix } from '../src/markdown/lesson-id-prefix.ts';
import { drawFormula } from '../src/markdown/math/draw-formula.ts';
import { parseMarkdown } from '../src/markdown/parse-markdown.ts';
import type { RenderContext, RenderedMarkdown } from '../src/markdown/render-context.ts';
import { renderMarkdown } from '../src/markdown/render-markdown.ts';
import { toHtml } from '../src/markdown/to-html.ts';

const words: unknown = parse(readFileSync(new URL('../templates/strings/en.yml', import.meta.url), 'utf8'));

/** A word of the English strings, as pages get it. Throws if there is none. */
function word(key: string, gaps: Readonly<Record<string, string | number>> = {}): string {
  let found: unknown = words;
  for (const step of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  if (typeof found !== 'string') throw new Error(`no word ${key}`);
  return found.replace(/\{(\w+)\}/g, (_gap, name: string) => String(gaps[name] ?? `{${name}}`));
}

const media = new Map<string, MediaFile>(
  [
    { path: 'media/map.png', width: 800, height: 600 },
    { path: 'media/plan.pdf' },
    { path: 'media/safe.svg', svg: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>' },
    { path: 'media/evil.svg', svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
  ].map((file) => [file.path, { absolute: `/course/${file.path}`, bytes: 1, packaged: file.path, ...file }]),
);
const pages = new Map([
  ['01-start.md', { id: 'start', href: 'start.html' }],
  ['02-images.md', { id: 'images', href: 'images.html' }],
]);
/** Of the second page, which was rendered before. */
const sections = new Map([
  ['layers', 'section-layers'],
  ['日本語', 'section-section-1'],
]);

export interface RenderedText extends RenderedMarkdown {
  readonly html: string;
  readonly file: VFile;
  readonly mdast: Root;
  /** `rule:line:column` of each message. */
  readonly found: readonly string[];
}

/** Renders markdown as a lesson of a small course with two pages and four media files. */
export function renderText(text: string, changes: Partial<RenderContext> = {}): RenderedText {
  const file = new VFile({ path: '01-start.md', value: text });
  const mdast = parseMarkdown(file);
  const rendered = renderMarkdown(mdast.children, {
    file,
    language: 'en',
    word,
    page: (source) => pages.get(source) ?? null,
    sections: (source) => (source === '02-images.md' ? sections : null),
    ownPage: '01-start.md',
    glossary: null,
    pageSources: [...pages.keys()],
    media: (path) => media.get(path) ?? null,
    mediaPaths: [...media.keys()],
    folder: '',
    colour: colourCode,
    diagram: drawDiagram,
    formula: drawFormula,
    allowedHosts: ['good.example'],
    idPrefix: lessonIdPrefix,
    topHeading: 2,
    ...changes,
  });
  const found = file.messages.map((message) => `${message.ruleId}:${message.line}:${message.column}`);
  return { ...rendered, html: toHtml(rendered.tree), file, mdast, found };
}
