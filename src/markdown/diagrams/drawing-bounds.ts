export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Tags whose geometry is in attributes; texts lie inside boxes that are measured. */
const shape = /<(rect|line|circle|ellipse|polygon|polyline)\b([^>]*)>/g;

/**
 * Measures what is drawn, in the drawing's units. `beautiful-mermaid` cuts off nodes that its layout moves behind the
 * last layer, as it does with a diamond that closes a loop.
 */
export function drawingBounds(svg: string, canvas: { readonly width: number; readonly height: number }): Bounds {
  let bounds: Bounds = { left: 0, top: 0, right: canvas.width, bottom: canvas.height };
  // Arrow heads are defined in units of their own.
  const drawn = svg.replace(/<defs>[\s\S]*?<\/defs>/g, '');
  for (const [, tag = '', text = ''] of drawn.matchAll(shape)) {
    for (const [x, y] of corners(tag, text)) {
      if (!(Number.isFinite(x) && Number.isFinite(y))) continue;
      bounds = {
        left: Math.min(bounds.left, x - margin),
        top: Math.min(bounds.top, y - margin),
        right: Math.max(bounds.right, x + margin),
        bottom: Math.max(bounds.bottom, y + margin),
      };
    }
  }
  return bounds;
}

/** Room for the line around a shape. */
const margin = 2;

function corners(tag: string, text: string): (readonly [number, number])[] {
  const value = (name: string): number => Number(new RegExp(`\\s${name}="([-\\d.]+)"`).exec(text)?.[1] ?? 0);
  if (tag === 'polygon' || tag === 'polyline') {
    const points = /\spoints="([^"]*)"/.exec(text)?.[1] ?? '';
    return points
      .trim()
      .split(/\s+(?=\S+,)/)
      .map((point) => point.split(',').map(Number))
      .map(([x = 0, y = 0]) => [x, y] as const);
  }
  if (tag === 'line') {
    return [
      [value('x1'), value('y1')],
      [value('x2'), value('y2')],
    ];
  }
  if (tag === 'rect') {
    return [
      [value('x'), value('y')],
      [value('x') + value('width'), value('y') + value('height')],
    ];
  }
  const radius = [value('r') || value('rx'), value('r') || value('ry')] as const;
  return [
    [value('cx') - radius[0], value('cy') - radius[1]],
    [value('cx') + radius[0], value('cy') + radius[1]],
  ];
}
