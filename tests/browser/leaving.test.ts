import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Launched, Visit } from './harness/visit.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(smallCourse);
});

interface Way {
  readonly name: string;
  leave(visit: Visit, launched: Launched): Promise<unknown>;
  /** It is the next launch as well: nothing is left to close. */
  readonly comesBack?: true;
}

const ways: readonly Way[] = [
  {
    name: 'the tab is closed',
    // Told to close, it takes its time; as long as it is there, it answers that the course is open in it.
    leave: (_visit, { lms }) => Promise.all([lms.waitForEvent('close'), lms.close({ runBeforeUnload: true })]),
  },
  { name: 'the tab is closed without asking it', leave: (_visit, { lms }) => lms.close() },
  { name: 'the LMS goes to another page', leave: ({ server }, { lms }) => lms.goto(`${server.origin}/elsewhere.html`) },
  {
    name: 'the LMS removes the frame',
    leave: (_visit, { lms }) => lms.evaluate("document.getElementById('activity').remove()"),
  },
  { name: 'the page is loaded again', leave: (_visit, { lms }) => lms.reload(), comesBack: true },
];

/** The course as it is launched next, once no other tab has it. */
async function launchNext(visit: Visit, { lms, learner }: Launched, { comesBack }: Way): Promise<Learner> {
  if (comesBack) return learner;
  if (!lms.isClosed()) await lms.close();
  return (await visit.launch()).learner;
}

const crash: Way = {
  name: 'the browser’s process dies',
  async leave({ context }, { lms }) {
    const session = await context.newCDPSession(lms);
    const dead = lms.waitForEvent('crash');
    // Never answered: who should answer is dead.
    session.send('Page.crash').catch(() => undefined);
    await dead;
  },
};

describe.each([...ways, crash])('$name', (way) => {
  test('what was shown as saved is there at the next launch', async () => {
    const visit = await tests.visit(course);
    const first = await visit.launch();
    await first.learner.arrived();
    await first.learner.check('harbor-check', 'loading', 'wrong');
    await first.learner.choose('harbor-check', 'parts', 'right');
    await first.learner.untilSign('saved');
    await way.leave(visit, first);

    const learner = await launchNext(visit, first, way);
    await learner.arrived();
    await learner.isOn('harbor');
    expect(await learner.verdict('harbor-check', 'loading')).toBe('wrong');
    expect(await learner.chosen('harbor-check', 'parts')).toHaveLength(2);
    expect(visit.faults()).toEqual([]);
    expect(visit.watch).toEqual({ problems: [], outside: [] });
  });
});

test.each(ways)('$name right after an answer: it is there at the next launch', async (way) => {
  const visit = await tests.visit(course);
  const first = await visit.launch();
  await first.learner.arrived();
  await first.learner.untilSign('saved');
  // As soon as the course knows of it, before anything is sent.
  await first.learner.untilHeard('draft', () => first.learner.choose('harbor-check', 'loading', 'right'));
  await way.leave(visit, first);

  const learner = await launchNext(visit, first, way);
  await learner.arrived();
  await learner.isOn('harbor');
  expect(await learner.chosen('harbor-check', 'loading')).toHaveLength(1);
  expect(visit.faults()).toEqual([]);
});

test('the second tab says that the course is open elsewhere, and writes nothing', async () => {
  const { launch, watch, faults } = await tests.visit(course);
  const first = await launch();
  await first.learner.arrived();
  await first.learner.choose('harbor-check', 'parts', 'right');
  await first.learner.untilSign('saved');

  const second = await launch();
  await second.learner.player.locator('[data-panel="second"]:not([hidden])').waitFor();
  expect(await second.learner.player.locator('[data-panel="second"]').innerText()).toContain('open in another tab');
  expect(await second.lms.evaluate('lms.log.length')).toBe(0);
  expect(await second.learner.player.locator('iframe[data-frame]').isVisible()).toBe(false);

  // The first goes on undisturbed; once it is closed, the second takes over with everything.
  await first.learner.check('harbor-check', 'loading', 'right');
  await first.learner.untilSign('saved');
  await first.lms.close();
  await second.lms.reload();
  await second.learner.arrived();
  expect(await second.learner.verdict('harbor-check', 'loading')).toBe('right');
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

/** The browser says that the player goes, or comes back. */
const turn = ({ player }: Learner, type: string, persisted: boolean): Promise<unknown> =>
  player.locator('body').evaluate(
    (body, [name, kept]) => {
      const window = body.ownerDocument.defaultView;
      window?.dispatchEvent(new PageTransitionEvent(String(name), { persisted: kept === true }));
    },
    [type, persisted],
  );

test('brought back after another tab has gone on with the course, the page shows what is so now', async () => {
  const { launch, faults, watch } = await tests.visit(course);
  const first = await launch();
  await first.learner.arrived();
  await first.learner.untilSign('saved');
  await turn(first.learner, 'pagehide', true);
  const second = await launch();
  await second.learner.arrived();
  await second.learner.check('harbor-check', 'loading', 'right');
  await second.learner.choose('harbor-check', 'parts', 'right');
  await second.learner.untilSign('saved');
  await Promise.all([second.lms.waitForEvent('close'), second.lms.close({ runBeforeUnload: true })]);
  await turn(first.learner, 'pageshow', true);
  await expect.poll(() => first.learner.verdict('harbor-check', 'loading')).toBe('right');
  expect(await first.learner.chosen('harbor-check', 'parts')).toHaveLength(2);
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});

test('put into the back/forward cache and brought back, the course goes on', async () => {
  const { launch, server, faults, watch } = await tests.visit(course);
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.untilSign('saved');
  const before = server.store.values['cmi.suspend_data'];
  await learner.choose('harbor-check', 'parts', 'right');
  // Put to sleep: what is known is stored at once, and the LMS session stays open.
  await turn(learner, 'pagehide', true);
  await expect.poll(() => server.store.values['cmi.suspend_data']).not.toBe(before);
  expect(server.store.calls.filter(({ fn }) => fn === 'LMSFinish')).toEqual([]);
  await turn(learner, 'pageshow', true);
  await learner.check('harbor-check', 'loading', 'right');
  await learner.untilSign('saved');
  expect(server.store.values['cmi.interactions.0.id']).toBe('harbor-check_loading');
  // Left for good twice (a browser may say so more than once): the LMS hears of it once.
  await turn(learner, 'pagehide', false);
  await turn(learner, 'pagehide', false);
  await lms.close({ runBeforeUnload: true });
  expect(server.store.calls.filter(({ fn }) => fn === 'LMSFinish')).toHaveLength(1);
  expect(faults()).toEqual([]);
  expect(watch).toEqual({ problems: [], outside: [] });
});
