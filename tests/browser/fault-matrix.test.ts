import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignState, hostileStates } from '../conformance/state-texts.ts';
import { type BuiltCourse, buildCourse, smallCourse } from './harness/build-course.ts';
import type { LmsSettings } from './harness/lms-settings.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Visit } from './harness/visit.ts';

// Faults of the reliability bar that no other test brings about in a real browser; failing-lms.test.ts, leaving.test.ts
// and killing.test.ts have the rest.

const tests = useBrowser();
let course: BuiltCourse;
let changed: BuiltCourse;
let certified: BuiltCourse;
beforeAll(async () => {
  const lesson = await readFile(`${smallCourse}/01-harbor.md`, 'utf8');
  [course, changed, certified] = await Promise.all([
    buildCourse(smallCourse),
    // One question more, one less, one with another option; and a page more, before all others.
    buildCourse(smallCourse, {
      '00-before.md': '---\ntitle: Before\nid: before\n---\n\nNew.\n',
      '01-harbor.md': lesson
        .replace('### Where are', '### Is this new? {#new}\n- [x] True\n- [ ] False\n\n### Where are')
        .replace('- [ ] A runway', '- [ ] A runway and a tower')
        .replace(/### A pier stands[^:]*:::/, ':::'),
    }),
    buildCourse(null, {
      'course.yml': 'id: named\ntitle: Named\nlanguage: en\ncertificate: true\npassing: {score: 50}\n',
      '01-exam.quiz.yml':
        'title: Exam\nid: exam\nquestions:\n  - {id: q, type: true-false, prompt: So?, answer: true}\n',
    }),
  ]);
});

interface Row {
  readonly name: string;
  readonly settings?: Partial<LmsSettings>;
  readonly course?: () => BuiltCourse;
  play(visit: Visit): Promise<void>;
}

/** Answers a question and finds it stored. */
async function answerOne({ launch, server }: Visit): Promise<void> {
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.check('harbor-check', 'loading', 'right');
  await learner.untilSign('saved');
  expect(server.store.values['cmi.suspend_data']).toMatch(/^[\w-]+$/);
  await lms.close();
  const again = await launch();
  await again.learner.arrived();
  await again.learner.isOn('harbor');
  expect(await again.learner.verdict('harbor-check', 'loading')).toBe('right');
}

const hostile = (what: string, text: () => string, says: RegExp): Row => ({
  name: `hostile state: ${what}`,
  async play(visit) {
    visit.server.store.values = {
      'cmi.suspend_data': text(),
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.exit': 'suspend',
    };
    const { learner, lms } = await visit.launch();
    await learner.arrived();
    expect(await learner.player.locator('[data-notice-text]').innerText()).toMatch(says);
    await learner.untilSign('saved');
    await lms.close();
    await answerOne(visit);
    expect(visit.faults()).toEqual([]);
  },
});

const hostileName = `<img src=x onerror=alert(1)>&amp;\u0007\u202e ${'Æ'.repeat(10_000)}`;

const rows: readonly Row[] = [
  {
    name: 'API 2 s late',
    async play(visit) {
      await visit.context.addInitScript(() => {
        let api: unknown;
        Object.defineProperty(window, 'API', {
          get: () => (performance.now() > 2_000 ? api : undefined),
          set: (given: unknown) => {
            api = given;
          },
        });
      });
      await answerOne(visit);
      expect(visit.faults()).toEqual([]);
    },
  },
  {
    name: 'LMSInitialize refused',
    settings: { faults: [{ fn: 'LMSInitialize', always: true, do: 'false' }] },
    async play({ launch, server }) {
      const { learner } = await launch();
      await learner.player.locator('[data-panel="ask"]:not([hidden])').waitFor();
      await learner.player.locator('[data-accept]').click();
      await learner.arrived();
      await learner.check('harbor-check', 'loading', 'right');
      expect(await learner.sign()).toBe('none');
      expect(server.store.calls.filter(({ fn }) => /Set|Commit/.test(fn))).toEqual([]);
    },
  },
  {
    name: 'interactions refused',
    settings: { faults: [{ fn: 'LMSSetValue', element: 'cmi.interactions*', always: true, do: 'false' }] },
    play: answerOne,
  },
  {
    name: 'no credit',
    settings: { launch: { credit: 'no-credit' } },
    async play(visit) {
      await answerOne(visit);
      expect(Object.keys(visit.server.store.values).filter((name) => /lesson_status|score/.test(name))).toEqual([]);
      expect(visit.faults()).toEqual([]);
    },
  },
  {
    name: 'hostile name',
    settings: { learner: { id: '"><script>alert(1)</script>', name: hostileName } },
    course: () => certified,
    async play({ launch, server, context }) {
      const { learner } = await launch();
      await learner.arrived();
      await learner.check('exam', 'q', 'right');
      await learner.untilSign('saved');
      await learner.open('_certificate');
      const name = learner.lesson.locator('[data-name]');
      await learner.lesson.locator('[data-earned]:not([hidden])').waitFor();
      expect(await name.textContent()).toBe(hostileName.slice(0, 255));
      expect(await name.locator('*').count()).toBe(0);
      const { origins } = await context.storageState();
      expect(JSON.stringify([origins, server.store.values])).not.toMatch(/onerror|script/);
    },
  },
  hostile('markup', () => hostileStates['markup'] ?? '', /could not be read/),
  hostile('control characters', () => hostileStates['control characters'] ?? '', /could not be read/),
  hostile('of another course', () => foreignState(course.data), /belongs to another course/),
  {
    name: 'course changed',
    async play({ launch, server, faults }) {
      const first = await launch();
      await first.learner.arrived();
      for (const id of ['loading', 'parts', 'pier-in-water'])
        await first.learner.check('harbor-check', id, id === 'parts' ? 'wrong' : 'right');
      await first.learner.untilSign('saved');
      await first.lms.close();
      server.course = changed;
      const { learner } = await launch();
      await learner.arrived();
      await learner.open('harbor');
      expect(await learner.verdict('harbor-check', 'loading')).toBe('right');
      expect(await learner.lesson.locator('[data-question="pier-in-water"]').count()).toBe(0);
      // Another option stands where the one was that was chosen.
      expect(await learner.chosen('harbor-check', 'parts')).toEqual([]);
      expect(await learner.chosen('harbor-check', 'new')).toEqual([]);
      expect(faults()).toEqual([]);
    },
  },
  {
    name: 'double click, key repeat, fast navigation',
    async play({ launch, server, faults }) {
      const { learner, lms, tab } = await launch();
      await learner.arrived();
      await learner.choose('harbor-check', 'loading', 'right');
      await learner.lesson.locator('[data-question="loading"] [data-check]').dblclick();
      await learner.choose('harbor-check', 'parts', 'right');
      await learner.lesson.locator('[data-question="parts"] [data-check]').focus();
      for (let press = 0; press < 5; press += 1) await tab.keyboard.press('Enter');
      await learner.open('tides');
      for (const id of ['highest', 'pulling', 'once-a-day']) await learner.choose('tides-check', id, 'right');
      await learner.lesson.locator('[data-submit]').scrollIntoViewIfNeeded();
      const place = await learner.lesson.locator('[data-submit]').boundingBox();
      // A slow double click: the second finds what has come to stand there meanwhile.
      await learner.lesson.locator('[data-submit]').click();
      const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
      await learner.lesson.locator('section[data-quiz="tides-check"][data-phase="submitted"]').waitFor();
      await tab.mouse.click(x + width / 2, y + height / 2);
      for (const page of ['weather', 'harbor', 'exam', 'tides', 'weather'])
        await learner.player.locator(`[data-outline] a[data-page="${page}"]`).click({ noWaitAfter: true });
      await learner.isOn('weather');
      await learner.untilSign('saved');
      await lms.close({ runBeforeUnload: true });
      await expect.poll(() => server.store.calls.at(-1)?.fn).toBe('LMSFinish');
      expect(storedAnswers(server.store).map(({ id }) => id)).toEqual([
        'harbor-check_loading',
        'harbor-check_parts',
        'tides-check_highest',
        'tides-check_pulling',
        'tides-check_once-a-day',
      ]);
      const again = await launch();
      await again.learner.arrived();
      await again.learner.isOn('weather');
      await again.learner.open('tides');
      await again.learner.lesson.locator('section[data-quiz="tides-check"][data-phase="submitted"]').waitFor();
      expect(faults()).toEqual([]);
    },
  },
  {
    name: 'clock a day ahead and a day back',
    async play(visit) {
      await visit.context.addInitScript(() => {
        const { now } = Date;
        const day = 86_400_000;
        Date.now = () => now() + (performance.now() < 1_500 ? 0 : performance.now() < 3_000 ? day : -day);
      });
      await answerOne(visit);
      expect(visit.server.store.values['cmi.core.session_time']).toMatch(/^0000:00:/);
      expect(visit.faults()).toEqual([]);
    },
  },
];

const held = new Map(rows.map(({ name }) => [name, 'BROKEN']));

test.each(rows)('$name: nothing is lost, nothing is false', async (row) => {
  const visit = await tests.visit(row.course?.() ?? course, row.settings);
  await row.play(visit);
  expect(visit.watch).toEqual({ problems: [], outside: [] });
  held.set(row.name, 'held');
});

afterAll(() => {
  process.stdout.write(`\nin Chromium\n${[...held].map(([name, how]) => `${name.padEnd(44)}${how}`).join('\n')}\n`);
});
