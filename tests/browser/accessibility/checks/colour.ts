/** Red, green, blue and opacity, each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

const known = new Map<string, Colour>();
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Any colour as CSS writes it. */
export function parseColour(css: string): Colour {
  const found = known.get(css);
  if (found !== undefined) return found;
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css);
  let colour: Colour = [0, 0, 0, 0];
  if (plain) colour = [Number(plain[1]) / 255, Number(plain[2]) / 255, Number(plain[3]) / 255, Number(plain[4] ?? 1)];
  else if (canvas) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, opacity = 0] = canvas.getImageData(0, 0, 1, 1).data;
    colour = [red / 255, green / 255, blue / 255, opacity / 255];
  }
  known.set(css, colour);
  return colour;
}

const over = (top: Colour, below: Colour): Colour => {
  const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3]);
  return [mix(top[0], below[0]), mix(top[1], below[1]), mix(top[2], below[2]), 1];
};

/** What is seen behind an element; null where a picture or a gradient is. */
export function backgroundOf(element: Element | null): Colour | null {
  const layers: Colour[] = [];
  for (let at = element; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    const colour = parseColour(style.backgroundColor);
    // A picture in a corner leaves the words on plain ground.
    if (style.backgroundImage !== 'none' && style.backgroundRepeat !== 'no-repeat') return null;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const canvasColour = parseColour(
    getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
      matchMedia('(prefers-color-scheme: dark)').matches
      ? 'rgb(18, 18, 18)'
      : 'rgb(255, 255, 255)',
  );
  return layers.reduceRight((below, layer) => over(layer, below), canvasColour);
}

const luminance = ([red, green, blue]: Colour): number => {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** 1 to 21, as WCAG 2.2 defines the contrast ratio. */
export function contrast(front: Colour, back: Colour): number {
  const [light, dark] = [luminance(over(front, back)), luminance(back)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
