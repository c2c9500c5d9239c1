import { virtual } from '@guidepup/virtual-screen-reader';

// Bundled by `screen-reader.test.ts` and put into every frame of its browser: a screen reader that says what assistive
// technology is to say by the specifications. It is none that people use.

const reader = {
  /** Reads this part of the page from now on: live regions as they change, and what gets the focus. */
  start: (selector: string): Promise<void> =>
    virtual.start({ container: document.querySelector<HTMLElement>(selector) ?? document.body }),
  /** All that was said since the start, and silence from here on. */
  async stop(): Promise<readonly string[]> {
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said;
  },
  /** What is said on the way through a part of the page, from its beginning to its end. */
  async readThrough(selector: string): Promise<readonly string[]> {
    await reader.start(selector);
    const first = await virtual.lastSpokenPhrase();
    for (let step = 0; step < 300; step++) {
      await virtual.next();
      if ((await virtual.lastSpokenPhrase()) === `end of ${first}`) break;
    }
    return reader.stop();
  },
};

declare global {
  var screenReader: typeof reader;
}
globalThis.screenReader = reader;
