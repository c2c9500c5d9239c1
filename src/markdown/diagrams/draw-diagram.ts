import { parseMermaid, renderMermaidSVG } from 'beautiful-mermaid';
import { svgProblems } from '../svg-safety.ts';
import { diagramStyle } from './diagram-style.ts';
import { diagramTheme } from './diagram-theme.ts';
import { type Bounds, drawingBounds } from './drawing-bounds.ts';
import type { DrawnDiagram } from './drawn-diagram.ts';
import { normalizeFlowchart } from './normalize-flowchart.ts';
import { unreadLine } from './unread-line.ts';

/**
 * Draws Mermaid text as an SVG file that stands alone: transparent, light and dark, no script, nothing loaded.
 *
 * @returns the drawing with its size in CSS pixels, or what is wrong with the text
 */
export function drawDiagram(text: string): DrawnDiagram {
  const unknown = unsupported(text);
  if (unknown !== null) return { problem: unknown };
  let drawn: string;
  try {
    const source = /^\s*(?:flowchart|graph)\b/m.test(text) ? normalizeFlowchart(text) : text;
    const line = unreadLine(source, parseMermaid);
    if (line !== null) return { problem: `\`${text.split('\n')[line - 1]?.trim()}\` is not understood`, line };
    drawn = renderMermaidSVG(source, { transparent: true, font: 'system-ui', padding: 8 });
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const size = /<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawn);
  const width = Number(size?.[1]);
  const height = Number(size?.[2]);
  // The library draws what it cannot read as an empty picture.
  if (!(width > 0 && height > 0) || !drawn.includes('<text')) return { problem: 'There is nothing to draw' };
  const bounds = drawingBounds(drawn, { width, height });
  const svg = standAlone(drawn, bounds);
  const problems = svgProblems(svg);
  if (problems.length > 0) return { problem: `The drawing is not safe: ${problems.join(', ')}` };
  return { svg, width: pixels(bounds.right - bounds.left), height: pixels(bounds.bottom - bounds.top) };
}

/** Puts our own style in place of the library's, which loads a font, and drops what only scripts would read. */
function standAlone(drawn: string, { left, top, right, bottom }: Bounds): string {
  const view = [left, top, right - left, bottom - top].map(round).join(' ');
  const size = `width="${pixels(right - left)}" height="${pixels(bottom - top)}"`;
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" ${size}>`;
  return drawn
    .replace(/<style>[\s\S]*?<\/style>/, () => `<style>${diagramStyle(diagramTheme)}</style>`)
    .replace(/<svg\b[^>]*>/, root)
    .replace(/<[a-z][^>]*>/g, tidyTag);
}

function tidyTag(tag: string): string {
  return (
    tag
      .replace(/ data-[a-z-]+="[^"]*"/g, '')
      .replace(/-?\d+\.\d{3,}/g, (number) => String(round(Number(number))))
      // Boxes leave room for labels a size larger than drawn.
      .replace('font-size="11"', 'font-size="12"')
      .replace('rx="0" ry="0"', 'rx="6" ry="6"')
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function pixels(value: number): number {
  return Math.ceil(value * diagramTheme.scale);
}

const kinds = /^(?:flowchart|graph|sequenceDiagram|stateDiagram(?:-v2)?|classDiagram|erDiagram)\b/;

function unsupported(text: string): string | null {
  const first = text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%'));
  if (first === undefined) return 'There is nothing to draw';
  return kinds.test(first)
    ? null
    : `\`${first.slice(0, 40)}\` is not a kind of diagram known here: flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram`;
}
