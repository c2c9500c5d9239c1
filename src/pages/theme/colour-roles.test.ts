import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contrast,
  darkCompanion,
  isReadable,
  nearestReadable,
  neutrals,
  readColour,
  rolesOf,
  type Scheme,
  textContrast,
} from './colour-roles.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const schemes = fc.constantFrom<Scheme>('light', 'dark');

/** WCAG 2.2, "relative luminance" and "contrast ratio", written anew. */
function contrastByDefinition(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is what WCAG defines', () => {
  fc.assert(
    fc.property(colours, colours, (a, b) => {
      expect(contrast(a, b)).toBeCloseTo(contrastByDefinition(a, b), 2);
    }),
  );
});

test('whatever the colour, one that can be read is proposed, of about the same hue', () => {
  fc.assert(
    fc.property(colours, schemes, (colour, scheme) => {
      const proposed = nearestReadable(colour, scheme);
      expect(isReadable(proposed, scheme)).toBe(true);
      expect(readColour(proposed)).toBe(proposed);
      if (isReadable(colour, scheme)) expect(proposed).toBe(colour);
    }),
  );
});

test('all roles of an accent that can be read can be read on each other', () => {
  fc.assert(
    fc.property(colours, schemes, (colour, scheme) => {
      const roles = rolesOf(nearestReadable(colour, scheme), scheme);
      const { ink, muted, surface, canvas, raised } = neutrals[scheme];
      const pairs: (readonly [string, string])[] = [
        ...[surface, canvas, raised, roles['accent-tint']].flatMap((below) => [
          [roles.accent, below] as const,
          [roles['accent-strong'], below] as const,
          [roles.focus, below] as const,
        ]),
        [ink, roles['accent-tint']],
        [muted, roles['accent-tint']],
        [ink, roles.selection],
        [roles['on-accent'], roles.accent],
        [roles['on-accent'], roles['accent-strong']],
      ];
      for (const [above, below] of pairs) {
        expect(contrastByDefinition(above, below), `${above} on ${below}`).toBeGreaterThanOrEqual(textContrast - 0.01);
      }
    }),
  );
});

test('a dark accent is made for every light one', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      expect(isReadable(darkCompanion(nearestReadable(colour, 'light')), 'dark')).toBe(true);
    }),
  );
});

test.each([
  ['#0A6B50', '#0a6b50'],
  ['#fff', '#ffffff'],
  ['teal', '#008080'],
  ['rgb(10 107 80)', '#0a6b50'],
  ['hsl(120, 100%, 50%)', '#00ff00'],
  ['oklch(0% 0 0)', '#000000'],
])('%s is a colour', (text, hex) => {
  expect(readColour(text)).toBe(hex);
});

test.each(['', 'grean', '#12', 'url(x)', '#0a6b5080', 'transparent', 'var(--accent)'])('%s is no colour', (text) => {
  expect(readColour(text)).toBeNull();
});

describe('what accents are compared with is what stands in tokens.css', () => {
  const [light = '', dark = ''] = readFileSync('templates/styles/tokens.css', 'utf8').split('@media');
  test.each(Object.entries({ light, dark }))('%s', (scheme, css) => {
    for (const [name, colour] of Object.entries(neutrals[scheme as Scheme]))
      expect(css).toContain(`--${name}: ${colour};`);
  });
});
