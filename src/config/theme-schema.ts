import * as z from 'zod';

const filePath = (description: string, fix: string) => z.string().trim().min(1).meta({ description, fix });

const fontFile = (description: string) => filePath(description, 'Write the path of a font: `fonts/name.woff2`');

const fontSchema = z
  .union([
    fontFile('A font in the course folder, WOFF2; a variable font has all weights in one file.'),
    z.strictObject({
      regular: fontFile('Upright, of normal weight.'),
      bold: fontFile('Upright and bold.').optional(),
      italic: fontFile('Slanted, of normal weight.').optional(),
      boldItalic: fontFile('Slanted and bold.').optional(),
    }),
  ])
  .optional()
  .meta({
    description: 'A font file, or one file each for `regular`, `bold`, `italic` and `boldItalic`.',
    fix: 'Write the path of a font, `fonts/name.woff2`, or `regular:` and `bold:` with a path each',
  });

const colour = (description: string) =>
  z.string().trim().min(1).optional().meta({ description, fix: 'Write a colour in quotes, such as `"#0a6b50"`' });

/** `theme:` of `course.yml`. */
export const themeSchema = z
  .strictObject({
    accent: colour('Colour of links and buttons on light pages; all its shades are made from it.'),
    accentDark: colour('The same on dark pages; if not given, made from `accent`.'),
    logo: z
      .strictObject({
        file: filePath('A picture in the course folder.', 'Write the path of a picture: `media/logo.svg`'),
        dark: filePath(
          'Another picture for dark pages.',
          'Write the path of a picture: `media/logo-dark.svg`',
        ).optional(),
        alt: z.string().trim().min(1).max(120).meta({
          description: 'What the logo says, mostly a name.',
          fix: 'Write what the logo says: `alt: Harbour Academy`',
        }),
      })
      .optional()
      .meta({
        description: 'Stands in the bar of the player, and above pages that are read alone.',
        fix: 'Write `file:` and `alt:` below it',
      }),
    fonts: z
      .strictObject({ text: fontSchema, headings: fontSchema, code: fontSchema })
      .optional()
      .meta({ description: 'Own fonts for text, headings and code.', fix: 'Write `text: fonts/name.woff2` below it' }),
    radius: z.number().min(0).max(24).optional().meta({
      description: 'How round corners are, in pixels; 10 if not given, 0 for sharp ones.',
      fix: 'Write a number from 0 to 24',
    }),
    css: filePath(
      'A style sheet in the course folder, for the rest.',
      'Write the path of a style sheet: `own.css`',
    ).optional(),
  })
  .optional()
  .meta({ description: 'How the course looks.', fix: 'Write keys such as `accent:` and `logo:` below it' });

/** The look an author gives a course. */
export type ThemeConfig = NonNullable<z.output<typeof themeSchema>>;
export type FontConfig = NonNullable<NonNullable<ThemeConfig['fonts']>['text']>;
