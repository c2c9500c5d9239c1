import type { ThemeConfig } from '../../config/theme-schema.ts';
import type { Course } from '../../course/course.ts';
import type { MediaFile, Project } from '../../course/project.ts';
import { ownStyleSheet } from './own-style-sheet.ts';
import { themeColours } from './theme-colours.ts';
import { themeFonts } from './theme-fonts.ts';
import { type ThemeLogo, themeLogo } from './theme-logo.ts';
import { themeSetting } from './theme-setting.ts';

/** The look an author gives a course, as the package holds it. */
export interface RenderedTheme {
  /** What stands behind the tool's own style; empty if the theme changes none of it. */
  readonly css: string;
  readonly media: readonly MediaFile[];
  readonly logo: ThemeLogo | null;
}

export type ThemeRenderer = (course: Course, theme: ThemeConfig, project: Project) => RenderedTheme;

/** Pure. What is wrong with the theme is a message on `course.yml` or on the author's style sheet. */
export const renderTheme: ThemeRenderer = (course, theme, project) => {
  const setting = themeSetting(course, theme, project);
  const fonts = themeFonts(setting);
  const logo = themeLogo(setting);
  const sheet = theme.css === undefined ? null : setting.file(theme.css, ['css']);
  const source = project.styleSheets?.find((file) => file.data['source'] === sheet?.path);
  if (sheet !== null && source === undefined) {
    const fix = 'Name a file that ends in `.css`';
    setting.note('media-type', ['css'], `\`${theme.css}\` is no style sheet`, fix);
  }
  const own = source === undefined ? null : ownStyleSheet(source, project.media);
  return {
    css: [fonts.css, themeColours(setting), radius(theme.radius), own?.css ?? ''].join(''),
    media: [...new Set([...fonts.media, ...(logo?.media ?? []), ...(own?.media ?? [])])],
    logo,
  };
};

/** Small things have three fifths of the roundness, as without a theme. */
function radius(pixels: number | undefined): string {
  if (pixels === undefined) return '';
  const rem = (factor: number): string => `${Math.round(pixels * factor * 625) / 10_000}rem`;
  return `:root{--radius:${rem(1)};--radius-small:${rem(0.6)}}\n`;
}
