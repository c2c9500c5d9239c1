import { type CourseData, courseDataFormat, type PageData, type SpecialData } from '../../contract/course-data.ts';
import type { OutcomeMessage } from '../../contract/course-outcome.ts';
import { withRules } from '../../contract/features.ts';
import type { FilmsMessage } from '../../contract/film-messages.ts';
import { filmId } from '../../contract/films.ts';
import { frameApp, type PlayerMessage } from '../../contract/frame-messages.ts';
import { parseFilm } from '../../contract/parse-film-message.ts';
import { parsePageMessage } from '../../contract/parse-frame-message.ts';
import type { LmsPort } from '../lms/lms-port.ts';
import { createSession } from './create-session.ts';
import { createPageHearing } from './hear-page.ts';
import { type JournalStorage, openJournal } from './journal.ts';
import { createProbe } from './probe-package.ts';
import type { SessionChange } from './session-surroundings.ts';
import { createTabGuard, type GuardChannel, type TakeLock } from './tab-guard.ts';
import { createView } from './view/create-view.ts';

/** A page that did not come is loaded again after so many milliseconds, and then after twice as many each time. */
const again = 3_000;

/**
 * Starts the player in the launch page: session, view, and the conversation with the lesson in the frame.
 *
 * @param port the adapter of the package's standard
 */
export function startPlayer(port: LmsPort, course: CourseData): void {
  if (course.format !== courseDataFormat) throw new Error('player and course data are of different builds');
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  const now = (): number => performance.now();
  const random = (most: number): number => 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % most);
  const place = location.pathname.replace(/[^/]*$/, '');
  const name = `build-scorm:${course.id}:${place}`;

  /** The page in the frame has quizzes, has been welcomed, and is not yet told to go: it may hold an answer. */
  let mayHold = false;
  const hearing = createPageHearing(
    () => mayHold,
    () => send({ kind: 'flush' }),
    after,
  );

  const session = createSession(course, {
    port,
    journalFor: (learner) => openJournal(storage, course.id, learner, place),
    guard: createTabGuard(() => openChannel(name), `${random(0xffffffff)}`, after, takeLock(name)),
    probe: createProbe(course.build),
    now,
    wall: () => Date.now(),
    after,
    random,
    heard: hearing.heard,
    changed: show,
  });

  const view = createView(
    document,
    course,
    {
      open: (page) => openPage(page, ''),
      next: () => step('next'),
      previous: () => step('previous'),
      exit,
      back() {
        session.back();
        showCurrent();
      },
      accept() {
        session.goUntracked();
        showCurrent();
      },
      retry() {
        if (session.model().phase === 'running') session.flush();
        else void begin();
      },
    },
    storage,
  );
  const { frame } = view;

  function exit(): void {
    hearing.heard(() => {
      void session.exit().then(() => {
        // Only a window that a script opened may close itself; elsewhere this does nothing.
        if (window.opener !== null && session.model().phase === 'ended') window.close();
      });
    });
  }

  /** The launch page is built as it looks while the course opens. */
  let isAsBuilt = true;
  function show(change: SessionChange): void {
    const model = session.model();
    isAsBuilt &&= model.phase === 'opening';
    if (!isAsBuilt) view.render(model);
    if (change.kind === 'quiz') {
      const quiz = session.quiz(change.quiz);
      if (quiz !== null) send({ kind: 'quiz', quiz, focus: change.focus });
    }
    tellOutcome();
  }

  /** The special page that is told how the course stands. */
  let told = '';
  function tellOutcome(): void {
    if (session.model().current === told)
      send({ kind: 'outcome', outcome: session.outcome(), strings: course.strings });
  }

  let fragment = '';
  /**
   * The page the frame was told to show last: at first the one that the launch page itself names, so that it is fetched
   * together with the player. Most first launches begin there.
   */
  let shown = frame.dataset['frame'] ?? '';
  /** Whether a page has ever been welcomed, and whether that in the frame has been. */
  let arrived = false;
  let isHere = false;
  let pause = again;
  let cancelAgain = (): void => {};

  function openPage(page: string, hash: string): void {
    if (session.model().phase !== 'running') return;
    if (!session.open(page)) return;
    fragment = hash;
    load(page);
  }

  function step(to: 'next' | 'previous'): void {
    const model = session.model();
    const page = model[to];
    // Whoever goes on is done with the page, unless it never came, or has a film to be watched.
    if (to === 'next' && isHere && !isHeld(model.current)) session.read(model.current);
    if (page !== null) openPage(page, '');
  }

  /** Films that hold nothing back in this visit any more. */
  const freed = new Set<string>();
  const isHeld = (page: string): boolean =>
    withRules && Object.keys(session.films?.on(page) ?? {}).some((film) => !freed.has(filmId(page, film)));

  const pageOf = (page: string): PageData | SpecialData | undefined =>
    [...course.pages, ...(course.specials ?? [])].find(({ id }) => id === page);

  function load(page: string): void {
    const href = pageOf(page)?.href;
    if (href === undefined) return;
    shown = page;
    mayHold = isHere = false;
    cancelAgain();
    const url = new URL(`pages/${href}`, location.href).href;
    // `replace` leaves no trace in the history: Back leaves the course, as learners expect of an LMS.
    if (arrived) {
      frame.contentWindow?.location.replace(url);
      return;
    }
    // A fresh frame, else the page that nobody asked for would be seen until the other one is there.
    const around = frame.parentElement;
    frame.remove();
    frame.src = url;
    around?.append(frame);
  }

  /** What stands in the frame does not speak: the network or the server failed. Only who logs in there is left alone. */
  function loadAgain(): void {
    if (isHere || session.model().phase !== 'running') return;
    if (frame.contentDocument?.querySelector('[type=password]')) return;
    // Where a script never comes, the text shall still be readable.
    pause *= 2;
    load(shown);
  }
  frame.addEventListener('load', () => {
    cancelAgain = after(pause, loadAgain);
  });

  function showCurrent(isOutdated = false): void {
    const { phase, current } = session.model();
    if (phase !== 'running') return;
    if (shown !== current || isOutdated) load(current);
    else if (!arrived) send({ kind: 'knock' });
  }

  function send(message: PlayerMessage | OutcomeMessage | FilmsMessage): void {
    // A `file:` page and a sandboxed one have no origin to name; elsewhere only a page of the package gets to hear it.
    const target = window.origin === 'null' ? '*' : window.origin;
    frame.contentWindow?.postMessage({ app: frameApp, ...message }, target);
  }

  function welcome(page: string): void {
    const data = pageOf(page);
    if (data === undefined) return;
    // A browser that reloads may put another page into the frame than the one it names.
    if (!arrived && page !== shown) {
      load(shown);
      return;
    }
    arrived = isHere = true;
    pause = again;
    shown = page;
    if (!session.open(page)) return;
    const quizzes = 'quizzes' in data ? data.quizzes : [];
    session.arrive(quizzes);
    const { previous, next } = session.model();
    send({
      kind: 'welcome',
      page,
      quizzes: 'answers' in data ? session.answers() : quizzes.flatMap((id) => session.quiz(id) ?? []),
      place: session.placeOn(page),
      fragment,
      previous,
      next,
      strings: course.strings,
    });
    if (withRules && session.films) send({ kind: 'films', page, films: session.films.on(page) });
    told = 'quizzes' in data ? '' : page;
    tellOutcome();
    mayHold = quizzes.length > 0;
    fragment = '';
  }

  window.addEventListener('message', (event) => {
    if (event.source === null || event.source !== frame.contentWindow) return;
    const film = withRules ? parseFilm(event.data) : null;
    if (film !== null) {
      if (film.isDone) freed.add(filmId(film.page, film.film));
      return session.films?.played(film);
    }
    const message = parsePageMessage(event.data);
    if (message === null || session.model().phase !== 'running') return;
    switch (message.kind) {
      case 'ready':
        return welcome(message.page);
      case 'read':
        return session.read(message.page);
      case 'place':
        return session.place(message.page, message.fraction);
      case 'go':
        return openPage(message.page, message.fragment);
      case 'key':
        return view.press(message.key);
      case 'step':
        return step(message.to);
      case 'draft':
        return session.draft(message.quiz, message.question, message.response);
      case 'check':
        return session.check(message.quiz, message.question, message.response);
      case 'submit':
        return session.submit(message.quiz);
      case 'retry':
        return session.retry(message.quiz);
      case 'hint':
        return session.hint(message.quiz, message.question);
      case 'confidence':
        return session.confidence(message.quiz, message.question, message.level);
      case 'begin':
        return session.start(message.quiz);
      case 'exit':
        return exit();
      case 'limit':
        return session.limit(message.quiz, message.limit);
      case 'flushed':
        return hearing.done();
    }
  });

  // No `unload` or `beforeunload` anywhere: Chrome blocks them in frames, and scores were lost.
  window.addEventListener('pagehide', (event) => session.leave(!event.persisted));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) void session.comeBack().then(showCurrent);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') session.flush();
  });
  window.addEventListener('online', () => {
    session.flush();
    loadAgain();
  });

  async function begin(): Promise<void> {
    showCurrent(await session.begin());
  }
  void begin();
}

function storage(): JournalStorage | null {
  // Reading the property itself throws where storage is blocked.
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Rejects where the browser has no locks: on plain http, and in frames without an origin. */
const takeLock =
  (name: string): TakeLock =>
  (when) =>
    new Promise((resolve, reject) => {
      navigator.locks
        .request(name, { ifAvailable: when === 'free' }, (lock) =>
          // It is held until this promise ends.
          lock === null ? resolve(null) : new Promise<void>((giveBack) => resolve(giveBack)),
        )
        .catch(reject);
    });

function openChannel(name: string): GuardChannel | null {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
}
