import type { FontConfig } from '../../config/theme-schema.ts';
import type { MediaFile } from '../../course/project.ts';
import type { ThemeSetting } from './theme-setting.ts';

/** The faces of the tool, which stand in while a font loads and for letters it lacks: as in `tokens.css`. */
export const faces = {
  text: {
    property: '--face-text',
    stack: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif',
  },
  headings: {
    property: '--face-display',
    stack: 'ui-serif,"New York","Iowan Old Style",Charter,Georgia,"Noto Serif","Times New Roman",serif',
  },
  code: {
    property: '--face-code',
    stack:
      'ui-monospace,"SF Mono",SFMono-Regular,"Cascadia Code",Consolas,"Noto Sans Mono","Liberation Mono",monospace',
  },
} as const;

const cuts = {
  regular: 'font-weight:400',
  bold: 'font-weight:700',
  italic: 'font-weight:400;font-style:italic',
  boldItalic: 'font-weight:700;font-style:italic',
} as const;

export interface ThemeFonts {
  readonly css: string;
  readonly media: readonly MediaFile[];
}

/** `@font-face` rules and the faces that use them. A font that cannot be used is a message at its key. */
export function themeFonts(setting: ThemeSetting): ThemeFonts {
  const media: MediaFile[] = [];
  const rules: string[] = [];
  const uses: string[] = [];
  for (const name of ['text', 'headings', 'code'] as const) {
    const font = setting.theme.fonts?.[name];
    if (font === undefined) continue;
    const files = filesOf(font, ['fonts', name], setting);
    for (const [cut, file] of files) {
      const weight = file.font === 'variable' ? cuts[cut].replace(/font-weight:\d+/, 'font-weight:1 1000') : cuts[cut];
      rules.push(
        `@font-face{font-family:"own-${name}";src:url(${file.packaged}) format("woff2");${weight};font-display:swap}\n`,
      );
      media.push(file);
    }
    if (files.length > 0) uses.push(`${faces[name].property}:"own-${name}",${faces[name].stack}`);
  }
  return { css: [...rules, uses.length === 0 ? '' : `:root{${uses.join(';')}}\n`].join(''), media };
}

function filesOf(
  font: FontConfig,
  path: readonly PropertyKey[],
  setting: ThemeSetting,
): readonly (readonly [keyof typeof cuts, MediaFile])[] {
  const named = typeof font === 'string' ? { regular: font } : font;
  return (Object.keys(cuts) as (keyof typeof cuts)[]).flatMap((cut) => {
    const written = named[cut];
    if (written === undefined) return [];
    const at = typeof font === 'string' ? path : [...path, cut];
    const file = setting.file(written, at);
    if (file === null) return [];
    if (file.font !== undefined) return [[cut, file] as const];
    setting.note(
      'theme-font',
      at,
      `\`${written}\` is no font in WOFF2`,
      'Convert it to WOFF2, or take the `.woff2` that the makers of the font offer for the web',
    );
    return [];
  });
}
