import type { BrowserContext } from 'playwright-core';

/** What went wrong in a browser context, as it happens; empty is well. */
export interface Watch {
  /** Console errors and warnings, uncaught errors, content security violations, dialogs. */
  readonly problems: readonly string[];
  /** Addresses asked for outside the allowed origin. */
  readonly outside: readonly string[];
}

/**
 * Records everything a learner's browser would complain of. The content security policy reports to the console.
 *
 * @param origin what addresses may begin with
 */
export function watchContext(context: BrowserContext, origin: string): Watch {
  const problems: string[] = [];
  const outside: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && url !== 'about:blank') outside.push(url);
  });
  return { problems, outside };
}
