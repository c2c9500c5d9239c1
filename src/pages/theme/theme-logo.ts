import type { MediaFile } from '../../course/project.ts';
import { svgProblems } from '../../markdown/svg-safety.ts';
import { escapeHtml } from '../draw-template.ts';
import type { ThemeSetting } from './theme-setting.ts';

export interface ThemeLogo {
  readonly media: readonly MediaFile[];
  /** Its HTML in a page from which the package's files are reached by this prefix, such as `../`. */
  readonly html: (prefix: string) => string;
}

/** The logo with its counterpart for dark pages; null if there is none that can be shown. */
export function themeLogo(setting: ThemeSetting): ThemeLogo | null {
  const { logo } = setting.theme;
  if (logo === undefined) return null;
  const light = picture(logo.file, ['logo', 'file'], setting);
  const dark = logo.dark === undefined ? null : picture(logo.dark, ['logo', 'dark'], setting);
  if (light === null) return null;
  return {
    media: [light, ...(dark === null ? [] : [dark])],
    html: (prefix) => {
      const size = light.width === undefined ? '' : ` width="${light.width}" height="${light.height}"`;
      const image = `<img src="${prefix}${light.packaged}" alt="${escapeHtml(logo.alt)}"${size}>`;
      if (dark === null) return image;
      return `<picture><source srcset="${prefix}${dark.packaged}" media="screen and (prefers-color-scheme: dark)">${image}</picture>`;
    },
  };
}

function picture(written: string, path: readonly PropertyKey[], { file: find, note }: ThemeSetting): MediaFile | null {
  const file = find(written, path);
  if (file === null) return null;
  if (file.width === undefined && file.svg === undefined) {
    note('media-type', path, `\`${written}\` is no picture that browsers show`, 'Save it as SVG or PNG');
    return null;
  }
  const problems = file.svg === undefined ? [] : svgProblems(file.svg);
  if (problems.length === 0) return file;
  const fix = 'Export it again as a plain SVG, without scripts and links, or as PNG';
  note('svg-unsafe', path, `\`${written}\` cannot be packaged: ${problems.join(', ')}`, fix);
  return null;
}
