import type { DiagramColours, diagramTheme } from './diagram-theme.ts';

/** The style inside each drawing; the variables are those that `beautiful-mermaid` draws with. */
export function diagramStyle(theme: typeof diagramTheme): string {
  return [
    `text{font-family:${theme.font}}`,
    '.mono{font-family:ui-monospace,Menlo,Consolas,monospace}',
    // Labels of messages cross the lifelines: a rim in the page's colour keeps them readable.
    'text[fill="var(--_text-muted)"]{paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}',
    `svg{${variables(theme.light)}}`,
    `@media (prefers-color-scheme:dark){svg{${variables(theme.dark)}}}`,
  ].join('');
}

function variables(colours: DiagramColours): string {
  const values: Readonly<Record<string, string>> = {
    bg: colours.page,
    fg: colours.text,
    _text: colours.text,
    '_text-sec': colours.muted,
    '_text-muted': colours.muted,
    '_text-faint': colours.muted,
    _line: colours.line,
    _arrow: colours.arrow,
    '_node-fill': colours.surface,
    '_node-stroke': colours.border,
    '_group-fill': colours.group,
    '_group-hdr': colours.groupHeader,
    '_inner-stroke': colours.groupHeader,
    '_key-badge': colours.groupHeader,
  };
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
