import {
  type AccentRoles,
  darkCompanion,
  isReadable,
  nearestReadable,
  neutrals,
  readColour,
  rolesOf,
  type Scheme,
  textContrast,
  weakestSurface,
} from './colour-roles.ts';
import type { ThemeSetting } from './theme-setting.ts';

/** The rules of CSS that give the accent its shades, empty if the theme has none. */
export function themeColours(setting: ThemeSetting): string {
  const { accent, accentDark } = setting.theme;
  const light = accent === undefined ? null : judged(accent, 'accent', 'light', setting);
  const given = accentDark === undefined ? null : judged(accentDark, 'accentDark', 'dark', setting);
  const dark = given ?? (light === null || accentDark !== undefined ? null : darkCompanion(light));
  return [
    light === null ? '' : `:root{${declarations(rolesOf(light, 'light'))}}\n${selection(light, 'light')}\n`,
    dark === null
      ? ''
      : `@media screen and (prefers-color-scheme:dark){:root{${declarations(rolesOf(dark, 'dark'))}}${selection(dark, 'dark')}}\n`,
  ].join('');
}

/** The colour if it can be used; what is wrong with it is a message with one that can. */
function judged(written: string, key: 'accent' | 'accentDark', scheme: Scheme, { note }: ThemeSetting): string | null {
  const colour = readColour(written);
  if (colour === null) {
    note('theme-colour', [key], `\`${written}\` is no opaque colour`, `Write it as \`${key}: "#0a6b50"\`, in quotes`);
    return null;
  }
  if (isReadable(colour, scheme)) return colour;
  const { surface, ratio } = weakestSurface(colour, scheme);
  const said = Math.floor(ratio * 100) / 100;
  note(
    'theme-contrast',
    [key],
    `\`${written}\` has a contrast of ${said}:1 on ${scheme} pages (\`${surface}\`), where links and buttons need ${textContrast}:1`,
    `Write \`${key}: "${nearestReadable(colour, scheme)}"\`, the nearest colour that can be read there`,
  );
  return null;
}

const declarations = ({ selection: _, ...roles }: AccentRoles): string =>
  Object.entries(roles)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

const selection = (accent: string, scheme: Scheme): string =>
  `::selection{background:${rolesOf(accent, scheme).selection};color:${neutrals[scheme].ink}}`;
