import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, onTestFailed } from 'vitest';
import type { BuiltCourse } from './build-course.ts';
import { launchBrowser } from './launch-browser.ts';
import type { LmsSettings } from './lms-settings.ts';
import { type Visit, visit } from './visit.ts';

export interface TestBrowser {
  readonly browser: Browser;
  /** A learner's visit that ends with the test. */
  visit(course: BuiltCourse, settings?: Partial<LmsSettings>, options?: BrowserContextOptions): Promise<Visit>;
}

/** One browser for the test file; whatever a test opened is closed after it. */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let open: Visit[] = [];
  const running = (): Browser => {
    if (browser === undefined) throw new Error('the browser starts before the first test');
    return browser;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const ending = open;
    open = [];
    await Promise.all(ending.map((each) => each.end()));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    get browser() {
      return running();
    },
    async visit(course, settings, options) {
      const made = await visit(running(), course, settings, options);
      open.push(made);
      onTestFailed(() => {
        process.stderr.write(`${JSON.stringify({ ...made.watch, faults: made.faults() }, null, 2)}\n`);
      });
      return made;
    },
  };
}
