import type { Rule } from '../rule.ts';

/** Checks of the look an author gives a course. */
export const themeRules = {
  'theme-colour': {
    severity: 'error',
    summary: 'A colour of the theme cannot be read',
    explain:
      'Colours are written as CSS does: "#0a6b50", "rgb(10 107 80)", "oklch(47% 0.1 165)" or a name such as teal, and let nothing through. In YAML a colour with # needs quotes, since # begins a comment.',
  },
  'theme-contrast': {
    severity: 'error',
    summary: 'A colour of the theme cannot be read well enough',
    explain:
      'Links and buttons have the accent as their colour, so it needs a contrast of 4.5:1 with every surface of the page (WCAG 2.2, 1.4.3). The message proposes the nearest colour of the same hue that has it. Without accentDark, the accent of dark pages is made from the other one.',
  },
  'theme-font': {
    severity: 'error',
    summary: 'A font is not of the kind that packages carry',
    explain:
      'WOFF2 is what every browser reads and what loads fastest. Makers of fonts offer it for the web; mind that the licence allows to embed the font.',
  },
  'css-remote': {
    severity: 'error',
    summary: 'A style sheet loads something from another site',
    explain:
      'A course must work when the other site is gone, and must not tell it who learns. Save fonts and pictures in the course folder and name them in url(); put the rules of an imported style sheet into your own.',
  },
  'css-refused': {
    severity: 'error',
    summary: 'A style sheet holds what a package must not have',
    explain:
      'A package runs with the rights of the LMS. Its style sheet may not run script, as expression() once did, or load from addresses other than files of the course, and has at most 100,000 characters.',
  },
  'css-syntax': {
    severity: 'error',
    summary: 'A style sheet is not well-formed',
    explain:
      'A bracket, a quote or a comment is not closed, or a bracket closes nothing. A browser would leave out all that follows. What the rules mean is not checked.',
  },
} as const satisfies Record<string, Rule>;
