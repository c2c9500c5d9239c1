import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltCourse } from './build-course.ts';
import { type Learner, learnerAt } from './learner.ts';
import type { LmsSettings } from './lms-settings.ts';
import { serve, type TestServer } from './serve.ts';
import { type Watch, watchContext } from './watch-context.ts';

/** A learner's browser and the LMS it talks to. Launching again is a new page on what the LMS stored. */
export interface Visit {
  readonly context: BrowserContext;
  readonly server: TestServer;
  readonly watch: Watch;
  /**
   * Opens the LMS page and the course in it. The page that is left is the caller's to close.
   *
   * @param computer another browser than the one of this visit; it ends with the visit
   */
  launch(computer?: BrowserContext): Promise<Launched>;
  /** Rules of good content broken so far, and calls that the LMS answered with an error. */
  faults(): readonly string[];
  end(): Promise<void>;
}

export interface Launched {
  /** The LMS's page, with the API. */
  readonly lms: Page;
  /** The tab that shows the course: the LMS's, or the window it opened. */
  readonly tab: Page;
  readonly learner: Learner;
}

export async function visit(
  browser: Browser,
  course: BuiltCourse,
  settings: Partial<LmsSettings> = {},
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const server = await serve(course, settings);
  // Nothing scrolls slowly but where a test asks for it: every click would wait for that.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const computers = new Set([context]);
  const watch = watchContext(context, server.origin);
  return {
    context,
    server,
    watch,
    async launch(computer = context) {
      computers.add(computer);
      const lms = await computer.newPage();
      await lms.goto(`${server.origin}/lms/top.html`);
      const [tab, root] = await openCourse(lms, server.settings.shown);
      return { lms, tab, learner: learnerAt(root, server.course.data) };
    },
    faults: () => [
      ...server.store.calls.flatMap((call) =>
        call.rules.map((rule) => `${rule}: ${call.fn} ${JSON.stringify(call.args)}`),
      ),
      ...server.store.calls
        .filter((call) => call.error !== 0)
        .map((call) => `error ${call.error}: ${call.fn} ${JSON.stringify(call.args)}`),
    ],
    async end() {
      for (const each of computers) await each.close();
      await server.close();
    },
  };
}

async function openCourse(lms: Page, shown: LmsSettings['shown']) {
  if (shown === 'nested') return [lms, lms.frameLocator('#activity').frameLocator('#course')] as const;
  const [window] = await Promise.all([lms.waitForEvent('popup'), lms.locator('#open').click()]);
  return [window, window] as const;
}
