import type { Session } from '../../src/runtime/player/session.ts';

/** What a learner does by click or key comes several times at once. */
export function repeating(session: Session, times: number): Session {
  const often =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      for (let time = 1; time < times; time += 1) act(...args);
      return act(...args);
    };
  const { open, read, draft, check, submit, retry, start, limit, arrive, exit } = session;
  return {
    ...session,
    open: often(open),
    read: often(read),
    draft: often(draft),
    check: often(check),
    submit: often(submit),
    retry: often(retry),
    start: often(start),
    limit: often(limit),
    arrive: often(arrive),
    exit: often(() => exit.call(session)),
  };
}

/** What a dead page's session is asked does nothing. */
export function guardSession(
  session: Session,
  act: <Args extends unknown[]>(run: (...args: Args) => void) => (...args: Args) => void,
): Session {
  return {
    ...session,
    open(page) {
      act(session.open)(page);
      return true;
    },
    read: act(session.read),
    place: act(session.place),
    draft: act(session.draft),
    check: act(session.check),
    submit: act(session.submit),
    retry: act(session.retry),
    hint: act(session.hint),
    start: act(session.start),
    limit: act(session.limit),
    arrive: act(session.arrive),
    flush: act(session.flush),
    leave: act(session.leave),
  };
}
