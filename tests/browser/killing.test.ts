import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeState } from '../../src/contract/state-codec.ts';
import { randomFrom } from '../arbitrary-course.ts';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Visit } from './harness/visit.ts';

const tests = useBrowser();

const kills = 200;
/** Learners at the same time, each with a browser context and an LMS of their own: most of a visit is waiting. */
const learners = 5;
/** Another one every time; set KILL_SEED to see a run again. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 2 ** 31);

const course = (): Promise<BuiltCourse> =>
  buildCourse(null, {
    'course.yml': 'id: killed\ntitle: Killed\nlanguage: en\n',
    '01-exam.quiz.yml': `title: Exam\nid: exam\nfeedback: end\nshuffle: true\nquestions:\n${Array.from(
      { length: 12 },
      (_, index) =>
        index % 4 === 3
          ? `  - {id: q${index}, type: fill-in, prompt: Which word?, answers: [harbor]}\n`
          : `  - {id: q${index}, type: single, prompt: Which?, choices: [{text: A, correct: true}, {text: B}, {text: C}, {text: D}]}\n`,
    ).join('')}`,
  });

/** What a learner in the page did and saw, told to the test as it happens: it outlives the page. */
type Told =
  /** What this browser keeps, before the course opens. */
  | { readonly kind: 'journal'; readonly entries: readonly string[] }
  /** The answers on the page once the player has welcomed it, by question. */
  | { readonly kind: 'shown'; readonly shown: Readonly<Record<string, string>> }
  | { readonly kind: 'will'; readonly question: string; readonly value: string }
  /** The player has taken it. */
  | { readonly kind: 'given'; readonly question: string; readonly value: string }
  /** The sign says "saved": all that was given. */
  | { readonly kind: 'saved'; readonly given: Readonly<Record<string, string>> };

/** The answers of one learner to one question, oldest first, and how far they are known to have come. */
interface History {
  readonly values: (string | null)[];
  /** Place of the newest that the player took, and of the newest under a sign that said "saved". */
  given: number;
  saved: number;
}

/**
 * What a learner is in each frame, from before its own scripts: all from inside, since a test that looks through frames
 * takes most of the machine. On the lesson's page it plays until it is killed: bursts of answers, then a rest in which
 * they are saved.
 */
function live([seed, isCleared]: readonly [number, boolean]): void {
  // A frame begins with an empty document, whose window the page may take over: then nothing runs in it anew.
  if (window.location.href === 'about:blank') return void setTimeout(() => live([seed, isCleared]), 10);
  const own: Document & { isLive?: true } = document;
  if (own.isLive) return;
  own.isLive = true;
  const tell = (globalThis as unknown as { tell: (told: Told) => Promise<void> }).tell;
  let state = seed;
  const random = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * most);
  };
  const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (window === window.top) {
    void tell({ kind: 'journal', entries: Object.values(localStorage) });
    if (isCleared) localStorage.clear();
    return;
  }
  if (!window.location.pathname.includes('/pages/')) {
    // A tab that was closed a moment ago may still answer for itself.
    const again = '[data-panel="second"]:not([hidden]) [data-again]';
    setInterval(() => document.querySelector<HTMLElement>(again)?.click(), 200);
    return;
  }
  const player = window.parent;
  const given: Record<string, string> = {};
  const sign = player.document.querySelector('[data-save]');
  const look = (): void => {
    if (sign?.getAttribute('data-save') === 'saved') void tell({ kind: 'saved', given: { ...given } });
  };
  if (sign) new MutationObserver(look).observe(sign, { attributes: true, attributeFilter: ['data-save'] });
  void (async () => {
    while (document.querySelector('section[data-quiz="exam"][data-phase]') === null) await rest(10);
    // The player's own listener is there by now, and was first: when this one runs it has dealt with the message.
    player.addEventListener('message', ({ data }) => {
      if (data.kind !== 'draft' || data.response === null) return;
      const value = String(data.response.choice ?? data.response.text);
      given[data.question] = value;
      void tell({ kind: 'given', question: data.question, value });
    });
    const questions = [...document.querySelectorAll<HTMLElement>('[data-question]')];
    for (const question of questions) {
      const inputs = [...question.querySelectorAll('input')];
      const value = (inputs.find(({ checked }) => checked) ?? inputs.find(({ type }) => type === 'text'))?.value;
      if (value) given[question.dataset['question'] ?? ''] = value;
    }
    await tell({ kind: 'shown', shown: { ...given } });
    look();
    for (;;) {
      for (let burst = 1 + random(4); burst > 0; burst--) {
        const question = questions[random(questions.length)];
        const inputs = question ? [...question.querySelectorAll('input')] : [];
        const input = inputs[random(inputs.length)];
        const id = question?.dataset['question'] ?? '';
        if (!input) continue;
        const value = input.type === 'radio' ? input.value : `word${random(1000)}`;
        await tell({ kind: 'will', question: id, value });
        if (input.type === 'radio') input.click();
        else {
          input.value = value;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        await rest(random(40));
      }
      await rest(random(3) * 150);
    }
  })();
}

async function kill(visit: Visit, page: Page, how: 'crash' | 'close'): Promise<void> {
  if (how === 'crash') {
    const session = await visit.context.newCDPSession(page);
    const dead = page.waitForEvent('crash');
    // Never answered: who should answer is dead.
    session.send('Page.crash').catch(() => undefined);
    await dead;
  }
  await page.close();
}

const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How often something was shown as saved, and how often the end came with something that was not. */
interface Seen {
  saved: number;
  unsaved: number;
}

/** One learner's course of many visits, each of them killed. @returns what was lost, in words */
async function livesThrough(
  built: BuiltCourse,
  count: number,
  random: () => number,
  seen: Seen,
): Promise<readonly string[]> {
  const visit = await tests.visit(built);
  const { context, server } = visit;
  context.setDefaultTimeout(60_000);
  const wrong: string[] = [];
  let taken = 0;
  const histories = new Map<string, History>(
    built.data.quizzes[0]?.questions.map(({ id }) => [id, { values: [null], given: 0, saved: 0 }]),
  );
  let journal: readonly string[] = [];
  let shown: Readonly<Record<string, string>> | null = null;
  /** The LMS's state when the course was opened. */
  let stored: ReadonlyMap<string, string> = new Map();
  let life = 0;
  let isCleared = false;
  const heard = (told: Told): void => {
    if (told.kind === 'journal') {
      journal = told.entries;
      return;
    }
    if (told.kind === 'shown') {
      shown = told.shown;
      compare(shown);
      return;
    }
    if (told.kind === 'saved') {
      seen.saved += 1;
      for (const [question, value] of Object.entries(told.given)) {
        const history = histories.get(question);
        if (history) history.saved = Math.max(history.saved, history.values.lastIndexOf(value));
      }
      return;
    }
    const history = histories.get(told.question);
    if (told.kind === 'will') history?.values.push(told.value);
    else if (history) {
      taken += 1;
      history.given = Math.max(history.given, history.values.lastIndexOf(told.value));
    }
  };
  await context.exposeFunction('tell', heard);
  const valuesIn = (text: string): ReadonlyMap<string, string> => {
    const answers = decodeState(text, built.data).state.quizzes.get('exam')?.current?.answers ?? new Map();
    return new Map(
      [...answers].map(([id, { response }]) => [id, String(response?.choice ?? response?.text ?? '')] as const),
    );
  };

  /** What a launch shows, with what was known before it. */
  function compare(shownNow: Readonly<Record<string, string>>): void {
    const kept = journal.filter((text) => text.startsWith('{')).map((text) => valuesIn(JSON.parse(text).state));
    for (const [question, history] of histories) {
      const { values } = history;
      const isKnown = (from: number, value: string | undefined): boolean => values.indexOf(value ?? null, from) >= 0;
      const say = (what: string): void =>
        void wrong.push(`life ${life}, ${question}: ${what}, of ${JSON.stringify(history)} ${shownNow[question]}`);
      if (![stored, ...kept].some((place) => isKnown(history.given, place.get(question) || undefined)))
        say('what was given is neither in the LMS nor in the journal');
      if (!isKnown(isCleared ? history.saved : history.given, shownNow[question])) say('not restored');
      // What is shown now is what counts; older answers are of no more interest, but for the last that was saved.
      const saved = values[history.saved] ?? null;
      const now = shownNow[question] ?? null;
      histories.set(question, { values: [saved, now], given: 1, saved: isCleared || saved === now ? 1 : 0 });
    }
  }

  for (; life < count; life++) {
    const page = await context.newPage();
    const isEarly = random() < 0.2;
    isCleared = !isEarly && random() < 0.5;
    shown = null;
    stored = valuesIn(server.store.values['cmi.suspend_data'] ?? '');
    await page.addInitScript(live, [Math.floor(random() * 2 ** 31), isCleared] as const);
    await page.goto(`${server.origin}/lms/top.html`, { waitUntil: 'commit' });
    for (const end = Date.now() + 60_000; !isEarly && shown === null; ) {
      if (Date.now() > end) return [...wrong, `life ${life}: the lesson does not open`];
      await rest(10);
    }
    // By what was done, not by the clock alone: on a slow machine little is done in a second.
    const enough = taken + 1 + Math.floor(random() * 7);
    for (const end = Date.now() + 20_000; !isEarly && taken < enough && Date.now() < end; ) await rest(10);
    await rest(random() * 250);
    if ([...histories.values()].some((history) => history.given > history.saved)) seen.unsaved += 1;
    await kill(visit, page, random() < 0.5 ? 'crash' : 'close');
    if (wrong.length > 0) break;
  }
  return [...wrong, ...visit.faults()];
}

test(`${kills} times killed at a random moment, nothing is lost that was given, and all that was shown as saved is in the LMS`, {
  timeout: 900_000,
}, async () => {
  process.stdout.write(`kills: seed ${seed}\n`);
  const built = await course();
  const random = randomFrom(seed);
  const seen: Seen = { saved: 0, unsaved: 0 };
  const lost = await Promise.all(
    Array.from({ length: learners }, () => livesThrough(built, kills / learners, randomFrom(random() * 2 ** 31), seen)),
  );
  process.stdout.write(`kills: ${JSON.stringify(seen)}\n`);
  expect(lost.flat()).toEqual([]);
  // Else nothing was at stake.
  expect(seen.saved).toBeGreaterThan(kills / 4);
  expect(seen.unsaved).toBeGreaterThan(kills / 10);
});
