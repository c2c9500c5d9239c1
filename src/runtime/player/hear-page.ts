/** Milliseconds between looks whether the page has answered, and how often it is looked. */
const patience = { look: 250, looks: 4 } as const;

export interface PageHearing {
  /** Runs this when all that the page held has come in, or when it stays silent; at once if no page is there. */
  heard(then: () => void): void;
  /** The page has sent everything. */
  done(): void;
}

/**
 * Asks the page for what it has not sent yet. Messages come in order, so with its answer everything before it is there.
 * Patience is counted in looks: a commit that blocks the browser for seconds would else take the page's turn away.
 *
 * @param isThere a page is shown that can answer
 * @param ask sends it the question
 */
export function createPageHearing(
  isThere: () => boolean,
  ask: () => void,
  after: (milliseconds: number, run: () => void) => () => void,
): PageHearing {
  let waiting: readonly (() => void)[] = [];
  let cancel = (): void => {};
  const done = (): void => {
    cancel();
    const all = waiting;
    waiting = [];
    for (const then of all) then();
  };
  const look = (left: number): void => {
    cancel = after(patience.look, () => (left > 1 ? look(left - 1) : done()));
  };
  return {
    heard(then) {
      if (!isThere()) return then();
      waiting = [...waiting, then];
      if (waiting.length > 1) return;
      ask();
      look(patience.looks);
    },
    done,
  };
}
