import {
  clampChroma,
  displayable,
  formatHex,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode,
  wcagContrast,
} from 'culori/fn';

useMode(modeRgb);
useMode(modeHsl);
useMode(modeHwb);
useMode(modeLab);
useMode(modeLch);
useMode(modeLrgb);
useMode(modeOklab);
const toOklch = useMode(modeOklch);

export type Scheme = 'light' | 'dark';

/** What accents stand on, and what stands on their tints: as in `templates/styles/tokens.css`. */
export const neutrals = {
  light: { surface: '#fffefb', canvas: '#f6f4ee', raised: '#ffffff', ink: '#1d2421', muted: '#57615c' },
  dark: { surface: '#151917', canvas: '#0f1211', raised: '#1c211f', ink: '#e7e8e3', muted: '#a4ada8' },
} as const satisfies Record<Scheme, Record<string, string>>;

/** WCAG 2.2, 1.4.3; more than the 3:1 that 1.4.11 asks of controls and of the focus. */
export const textContrast = 4.5;

/** All that is made from one accent, as `#rrggbb`, by the names of the custom properties. */
export interface AccentRoles {
  readonly accent: string;
  readonly 'accent-strong': string;
  readonly 'accent-tint': string;
  readonly 'on-accent': string;
  readonly focus: string;
  readonly selection: string;
}

/** @returns `#rrggbb`; null if it is no colour of CSS, or one that lets through what is behind it */
export function readColour(text: string): string | null {
  const colour = parse(text);
  if (colour === undefined || (colour.alpha !== undefined && colour.alpha < 1)) return null;
  return displayable(colour) ? formatHex(colour) : inGamut(toOklch(colour));
}

/** WCAG contrast of two opaque colours, 1 to 21. */
export const contrast = (a: string, b: string): number => wcagContrast(a, b);

/** The surface of the page on which a colour is least readable. */
export function weakestSurface(colour: string, scheme: Scheme): { readonly surface: string; readonly ratio: number } {
  const { surface, canvas, raised } = neutrals[scheme];
  const [weakest = { surface, ratio: 0 }] = [surface, canvas, raised]
    .map((each) => ({ surface: each, ratio: contrast(colour, each) }))
    .sort((a, b) => a.ratio - b.ratio);
  return weakest;
}

export const isReadable = (colour: string, scheme: Scheme): boolean =>
  weakestSurface(colour, scheme).ratio >= textContrast;

/** The colour nearest in lightness, of the same hue, that text can have on every surface of the scheme. */
export function nearestReadable(colour: string, scheme: Scheme): string {
  return shift(colour, scheme === 'light' ? -1 : 1, (tried) => isReadable(tried, scheme));
}

/** The accent of dark pages that goes with one of light pages: as light as the others there, and not glaring. */
export function darkCompanion(accent: string): string {
  const { c, h } = parts(accent);
  return nearestReadable(inGamut({ mode: 'oklch', l: 0.78, c: Math.min(c, 0.12), h }), 'dark');
}

/**
 * The roles of an accent. Each pair that is shown meets WCAG AA if the accent does (`isReadable`).
 *
 * @param accent `#rrggbb`
 */
export function rolesOf(accent: string, scheme: Scheme): AccentRoles {
  const { ink, muted, surface } = neutrals[scheme];
  const { l, c, h } = parts(accent);
  const isLight = scheme === 'light';
  const towardsPage = isLight ? 1 : -1;
  const strong = inGamut({ mode: 'oklch', l: clamp(l - towardsPage * 0.08), c, h });
  const tint = shift(
    inGamut({ mode: 'oklch', l: isLight ? 0.955 : 0.26, c: Math.min(c, 0.03), h }),
    towardsPage,
    (tried) => [accent, strong, muted].every((above) => contrast(above, tried) >= textContrast),
    surface,
  );
  const deep = inGamut({ mode: 'oklch', l: 0.22, c: Math.min(c, 0.05), h });
  const onAccent = [isLight ? '#ffffff' : deep, deep, '#ffffff', '#000000'].find((above) =>
    [accent, strong].every((below) => contrast(above, below) >= textContrast),
  );
  const selection = shift(
    inGamut({ mode: 'oklch', l: isLight ? 0.87 : 0.4, c: Math.min(c, 0.09), h }),
    towardsPage,
    (tried) => contrast(ink, tried) >= textContrast,
  );
  return {
    accent,
    'accent-strong': strong,
    'accent-tint': tint,
    'on-accent': onAccent ?? (isLight ? '#ffffff' : '#000000'),
    focus: accent,
    selection,
  };
}

interface Oklch {
  readonly mode: 'oklch';
  readonly l: number;
  readonly c: number;
  readonly h?: number | undefined;
}

const step = 0.002;

/** Makes a colour lighter (1) or darker (-1) until it is right; the last resort is `otherwise`, white or black. */
function shift(
  colour: string,
  way: 1 | -1,
  isRight: (tried: string) => boolean,
  otherwise: string = way === 1 ? '#ffffff' : '#000000',
): string {
  if (isRight(colour)) return colour;
  const { l, c, h } = parts(colour);
  for (let shifted = l + way * step; shifted > 0 && shifted < 1; shifted += way * step) {
    const tried = inGamut({ mode: 'oklch', l: shifted, c, h });
    if (isRight(tried)) return tried;
  }
  return otherwise;
}

function parts(colour: string): { readonly l: number; readonly c: number; readonly h: number | undefined } {
  const { l, c, h } = toOklch(colour) ?? { l: 0, c: 0, h: undefined };
  return { l, c, h };
}

/** What a screen of sRGB can show of it, less colourful if need be, but no lighter or darker. */
function inGamut(colour: Oklch): string {
  return formatHex(clampChroma({ mode: 'oklch', l: colour.l, c: colour.c, h: colour.h ?? 0 }, 'oklch')) ?? '#000000';
}

const clamp = (lightness: number): number => Math.min(1, Math.max(0, lightness));
