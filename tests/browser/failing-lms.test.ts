import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Launched, Visit } from './harness/visit.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
});

interface Trouble {
  readonly name: string;
  begin(visit: Visit, launched: Launched): Promise<unknown>;
  end(visit: Visit, launched: Launched): Promise<unknown>;
}

const heal = ({ lms }: Launched): Promise<unknown> => lms.evaluate('lms.heal()');

/** How often the server was asked whether it is well, and how often it had been when the trouble began. */
const probesOf = ({ requests }: { readonly requests: readonly string[] }): number =>
  requests.filter((request) => request.includes('probe.txt')).length;
const askedBefore = new WeakMap<object, number>();

const troubles: readonly Trouble[] = [
  {
    name: 'commits are refused',
    begin: (_visit, { lms }) => lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'false' })"),
    end: (_visit, launched) => heal(launched),
  },
  {
    name: 'every call throws',
    begin: (_visit, { lms }) => lms.evaluate("lms.fail({ fn: 'any', do: 'throw' })"),
    end: (_visit, launched) => heal(launched),
  },
  {
    name: 'the login ran out: commits are refused, the server shows a login page',
    async begin({ server }, { lms }) {
      server.health = 'login';
      await lms.evaluate("lms.expireSession('html')");
    },
    async end({ server }, launched) {
      server.health = 'well';
      await heal(launched);
    },
  },
  {
    name: 'the LMS says "true" to everything and stores nothing',
    async begin({ server }, { lms }) {
      server.health = 'login';
      askedBefore.set(server, probesOf(server));
      await lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'lie' })");
    },
    async end({ server }, launched) {
      // Who asks only when all is well again cannot know that the LMS has lied.
      await expect.poll(() => probesOf(server) - (askedBefore.get(server) ?? 0)).toBeGreaterThan(1);
      server.health = 'well';
      await heal(launched);
    },
  },
  {
    name: 'the server breaks down',
    async begin({ server }, { lms }) {
      server.health = 'broken';
      await lms.evaluate('lms.offline()');
    },
    async end({ server }, launched) {
      server.health = 'well';
      await heal(launched);
    },
  },
  {
    name: 'the network is gone',
    async begin({ context }, { lms }) {
      await context.setOffline(true);
      await lms.evaluate('lms.offline()');
    },
    async end({ context }, launched) {
      await context.setOffline(false);
      await heal(launched);
    },
  },
];

test.each(troubles)(
  '$name: "not saved" shows within 2 s, and all is saved within 5 s after',
  async ({ begin, end }) => {
    const visit = await tests.visit(course);
    const launched = await visit.launch();
    const { learner, lms } = launched;
    await learner.arrived();
    // Without a network the script of the quiz would not come any more.
    await learner.isOn('harbor');
    await learner.untilSign('saved');
    await begin(visit, launched);
    await learner.check('harbor-check', 'loading', 'right');
    await learner.untilSign('unsaved', 2_000);
    const notice = learner.player.locator('[data-notice-text]');
    expect(await notice.innerText()).toMatch(/not saved/);
    // Nothing stops: the learner goes on, under the sign.
    await learner.choose('harbor-check', 'parts', 'right');
    expect(await learner.sign()).toBe('unsaved');
    await end(visit, launched);
    await learner.untilSign('saved', 5_000);
    expect(await notice.innerText()).toBe('');
    await lms.close();

    expect(visit.server.store.values).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.interactions.0.id': 'harbor-check_loading',
      'cmi.interactions.0.student_response': 'b',
      'cmi.interactions.0.result': 'correct',
    });
    const again = await visit.launch();
    await again.learner.arrived();
    await again.learner.isOn('harbor');
    expect(await again.learner.verdict('harbor-check', 'loading')).toBe('right');
    expect(await again.learner.chosen('harbor-check', 'parts')).toHaveLength(2);
    expect(visit.watch.problems.filter((problem) => problem.startsWith('uncaught'))).toEqual([]);
  },
);

test('a lesson that the network does not bring comes when it can, and does not count as read before', async () => {
  const { launch, context } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.open('tides');
  await learner.untilSign('saved');
  await context.setOffline(true);
  await lms.evaluate('lms.offline()');
  await learner.next();
  await expect.poll(() => lms.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
  await learner.next();
  await learner.untilSign('unsaved');
  await context.setOffline(false);
  await lms.evaluate('lms.heal()');
  await learner.isOn('exam');
  await learner.untilSign('saved', 5_000);
  expect(await learner.outlineState('weather')).toBe('todo');
  await learner.open('weather');
  await learner.next();
  await learner.isOn('exam');
  expect(await learner.outlineState('weather')).toBe('done');
});

test.each(['page', 'quiz'])(
  'a lesson whose %s.js does not come is asked for again, and takes answers then',
  async (name) => {
    const { launch, context } = await tests.visit(course);
    const { learner } = await launch();
    await learner.arrived();
    await learner.open('weather');
    let refused = 0;
    await context.route(`**/${name}.js`, (route) => {
      refused += 1;
      return refused > 1 ? route.continue() : route.abort();
    });
    await learner.next();
    await learner.isOn('exam');
    expect(refused).toBe(2);
    await learner.answerAll('exam', () => 'right');
    await learner.untilSign('saved');
  },
);

test('closed while nothing could be saved: the next launch brings the answers to the LMS', async () => {
  const { launch, server } = await tests.visit(course);
  const first = await launch();
  await first.learner.arrived();
  await first.learner.isOn('harbor');
  await first.learner.untilSign('saved');
  await first.lms.evaluate("lms.fail({ fn: 'any', do: 'false' })");
  await first.learner.check('harbor-check', 'loading', 'right');
  await first.learner.choose('harbor-check', 'parts', 'right');
  // Drafts are told after a short pause (`draft-timer.ts`), which a busy machine may not have had yet.
  await first.lms.waitForTimeout(1_500);
  await first.learner.untilSign('unsaved');
  await first.lms.close();
  expect(server.store.values['cmi.interactions.0.id']).toBeUndefined();

  const { learner } = await launch();
  await learner.arrived();
  await learner.isOn('harbor');
  expect(await learner.verdict('harbor-check', 'loading')).toBe('right');
  expect(await learner.chosen('harbor-check', 'parts')).toHaveLength(2);
  await expect.poll(() => server.store.values['cmi.interactions.0.id']).toBe('harbor-check_loading');
});

test('without local storage answers are saved all the same, and the sign tells when they are not', async () => {
  const { context, launch, faults } = await tests.visit(course);
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const first = await launch();
  await first.learner.arrived();
  await first.learner.check('harbor-check', 'loading', 'wrong');
  await first.learner.untilSign('saved');
  expect(faults()).toEqual([]);
  await first.lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'false' })");
  await first.learner.choose('harbor-check', 'parts', 'right');
  await first.learner.untilSign('unsaved', 2_000);
  expect(await first.learner.player.locator('[data-notice-text]').innerText()).not.toMatch(/kept in this browser/);
  await first.lms.evaluate('lms.heal()');
  await first.learner.untilSign('saved', 5_000);
  await first.lms.close();
  const { learner } = await launch();
  await learner.arrived();
  expect(await learner.verdict('harbor-check', 'loading')).toBe('wrong');
  expect(await learner.chosen('harbor-check', 'parts')).toHaveLength(2);
});

test('who looks back at a finished course sees the answers and changes nothing', async () => {
  const { launch, server } = await tests.visit(course);
  const first = await launch();
  await first.learner.arrived();
  await first.learner.check('harbor-check', 'loading', 'wrong');
  await first.learner.untilSign('saved');
  await first.lms.close({ runBeforeUnload: true });
  await expect.poll(() => server.store.calls.at(-1)?.fn).toBe('LMSFinish');
  // What belongs to one visit only (time, exit) is the LMS's to clear.
  const lasting = (): unknown[] => Object.entries(server.store.values).filter(([name]) => !/exit|_time$/.test(name));
  const before = lasting();
  const calls = server.store.calls.length;

  server.settings = { ...server.settings, launch: { mode: 'review' } };
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.untilSign('review');
  expect(await learner.verdict('harbor-check', 'loading')).toBe('wrong');
  expect(await learner.lesson.locator('[data-check]').first().isVisible()).toBe(false);
  await learner.exit();
  await learner.player.locator('[data-panel="ended"]:not([hidden])').waitFor();
  await lms.close();
  await expect.poll(() => server.store.calls.at(-1)?.fn).toBe('LMSFinish');
  expect(server.store.calls.slice(calls).filter(({ fn }) => /Set|Commit/.test(fn))).toEqual([]);
  expect(lasting()).toEqual(before);
});
