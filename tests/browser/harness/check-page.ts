import path from 'node:path';
import { build } from 'esbuild';
import { HtmlValidate } from 'html-validate';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { CheckName } from '../accessibility/in-page.ts';
import type { Launched, Visit } from './visit.ts';

/** Puts a script of `tests/browser/accessibility/` into every frame that this context opens from now on. */
export async function bringScript(context: BrowserContext, name: 'in-page' | 'screen-reader'): Promise<void> {
  const bundle = await build({
    entryPoints: [path.resolve(`tests/browser/accessibility/${name}.ts`)],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  // A frame begins with an empty document, whose window the page may take over: then nothing runs in it anew.
  await context.addInitScript(`(function bring() {
    if (location.href === 'about:blank') return void setTimeout(bring);
    if (document["${name}"]) return;
    document["${name}"] = true;
    ${bundle.outputFiles[0]?.text ?? ''}
  })();`);
}

/** Brings the checks of accessibility. */
export const bringChecks = (context: BrowserContext): Promise<void> => bringScript(context, 'in-page');

/** Launches the course and opens a page, in frames to be checked. */
export async function openPage(
  { launch, context }: Visit,
  page: string,
): Promise<Launched & { readonly player: Frame; readonly lesson: Frame }> {
  await bringChecks(context);
  const launched = await launch();
  await launched.learner.arrived();
  await launched.learner.open(page);
  const [player, lesson] = await courseFrames(launched.lms);
  if (!player || !lesson) throw new Error('the lesson is not open');
  return { ...launched, player, lesson };
}

/** The frames of the course in a page: the player, and the lesson if it is shown. */
export async function courseFrames(page: Page): Promise<readonly Frame[]> {
  const frames = page.frames().filter((each) => each.url().includes('/content/'));
  const shown = await Promise.all(
    frames.map(async (frame) => frame.parentFrame() === null || (await (await frame.frameElement()).isVisible())),
  );
  return frames.filter((_frame, index) => shown[index]);
}

/** From here on this frame shows where the focus is: browsers do for who has pressed Tab in it. */
export async function useKeys(page: Page, frame: Frame): Promise<void> {
  await frame.evaluate(() => document.querySelector<HTMLElement>('.skip-link')?.focus());
  await page.keyboard.press('Tab');
}

/** Runs checks in one frame. @returns findings, as `check: what` */
export const check = (frame: Frame, names: readonly CheckName[]): Promise<string[]> =>
  frame.evaluate((asked) => accessibility.run(asked), names);

/** How a page is looked at. */
export type Mode = 'usual' | 'dark' | 'forced' | 'narrow' | 'spaced' | 'large';

const usual = [
  'motion',
  'axe',
  'structure',
  'skip link',
  'focus',
  'reachable',
  'text contrast',
  'control contrast',
  'targets',
  'groups',
  'names',
  'overflow',
] as const;
const colours = ['axe, colours', 'text contrast', 'control contrast', 'focus'] as const;
const modes: Readonly<
  Record<
    Mode,
    {
      readonly checks: readonly CheckName[];
      readonly style?: string;
      readonly media?: Parameters<Page['emulateMedia']>[0];
    }
  >
> = {
  usual: { checks: usual },
  dark: { checks: colours, media: { colorScheme: 'dark' } },
  forced: { checks: colours, media: { forcedColors: 'active' } },
  // 1280 pixels at 400 %, as WCAG 2.2 has it in 1.4.10.
  narrow: { checks: ['overflow', 'targets'] },
  // 1.4.12.
  spaced: {
    checks: ['overflow'],
    style:
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
  },
  // 1.4.4.
  large: { checks: ['overflow'], style: 'html { font-size: 200% }' },
};

/** Shows the frames of a page in a mode while something is done, with the checks that belong to it. */
export async function inMode<T>(
  page: Page,
  frames: readonly Frame[],
  mode: Mode,
  act: (checks: readonly CheckName[]) => Promise<T>,
): Promise<T> {
  const { checks, style, media } = modes[mode];
  const size = page.viewportSize();
  if (media) await page.emulateMedia(media);
  if (mode === 'narrow') await page.setViewportSize({ width: 320, height: 640 });
  if (style !== undefined)
    for (const frame of frames) await frame.evaluate((css) => accessibility.addStyle(css), style);
  try {
    return await act(checks);
  } finally {
    if (media) await page.emulateMedia({ colorScheme: null, forcedColors: null });
    if (mode === 'narrow' && size) await page.setViewportSize(size);
    if (style !== undefined) for (const frame of frames) await frame.evaluate(() => accessibility.dropStyles());
  }
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  // No SRI: it fails on `file://`, where a course must open as well. A title names page, place and course, whatever its length.
  rules: { 'require-sri': 'off', 'long-title': 'off' },
});

/** What html-validate says of a page's HTML, as `rule: message`. */
export async function validate(html: string): Promise<string[]> {
  // It knows no name of a formula, and takes a label that holds nothing else for empty.
  const named = html.replaceAll(/<math aria-label="([^"]*)".*?<\/math>/gs, '$1');
  const { results } = await validator.validateString(named);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `html-validate: ${ruleId}, ${message} (${line}:${column})`),
  );
}
