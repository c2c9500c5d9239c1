import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { QuestionType } from '../../src/contract/question-data.ts';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { storedAnswers } from './harness/lms-store.ts';
import { useBrowser } from './harness/use-browser.ts';
import type { Launched, Visit } from './harness/visit.ts';

// Every type of question, answered in every way a learner may have: mouse, keyboard alone, single clicks alone.

const questions = `
  - {id: single, type: single, prompt: One?, choices: [{text: Right, id: a, correct: true}, {text: Wrong, id: b}, {text: Worse, id: c}]}
  - {id: multiple, type: multiple, credit: per-choice, prompt: Several?, choices: [{text: Right, id: a, correct: true}, {text: Also, id: b, correct: true}, {text: Wrong, id: c}]}
  - {id: true-false, type: true-false, prompt: So?, answer: true}
  - {id: fill-in, type: fill-in, prompt: Which?, answers: [nginx]}
  - {id: numeric, type: numeric, prompt: How many?, answers: [3]}
  - {id: blanks, type: blanks, credit: per-blank, prompt: Fill in., text: "{{edge}} and {{*server | client}}"}
  - {id: matching, type: matching, prompt: Match., pairs: [{item: X, match: One}, {item: Y, match: Two}]}
  - {id: ordering, type: ordering, credit: per-position, prompt: Order., items: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]}
  - id: hotspot
    type: hotspot
    credit: per-choice
    prompt: Where?
    image: media/map.svg
    alt: A map.
    regions:
      - {id: a, at: [5, 10, 20, 60], label: Left, correct: true}
      - {id: b, at: [40, 10, 20, 60], label: Middle, correct: true}
      - {id: c, at: [75, 10, 20, 60], label: Right}
  - {id: likert, type: likert, prompt: How was it?, statements: [{id: pace, text: The pace.}], scale: [{id: bad, text: Bad}, {id: good, text: Good}]}
  - {id: open, type: open, prompt: What next?}
`;
type How = 'right' | 'wrong' | 'partial';
/** What to give: ids of options; texts of fields; the order of items. Without a score any answer is one. */
const answers: Readonly<Record<QuestionType, Partial<Record<How, readonly string[]>>>> = {
  single: { right: ['a'], wrong: ['b'] },
  multiple: { right: ['a', 'b'], wrong: ['c'], partial: ['a'] },
  'true-false': { right: ['true'], wrong: ['false'] },
  'fill-in': { right: ['nginx'], wrong: ['apache'] },
  numeric: { right: ['3'], wrong: ['4'] },
  blanks: { right: ['edge', 'server'], wrong: ['core', 'client'], partial: ['edge', 'client'] },
  matching: { right: ['One', 'Two'], wrong: ['Two', 'One'], partial: ['One', 'One'] },
  ordering: { right: ['a', 'b', 'c'], wrong: ['c', 'a', 'b'], partial: ['a', 'c', 'b'] },
  hotspot: { right: ['a', 'b'], wrong: ['c'], partial: ['a'] },
  likert: { right: ['good'], wrong: ['bad'] },
  open: { right: ['Practise'], wrong: ['Rest'] },
};
const types = Object.keys(answers) as QuestionType[];
const unscored: readonly QuestionType[] = ['likert', 'open'];
const verdicts = { right: 'right', wrong: 'wrong', partial: 'partly' } as const;
const verdictOf = (type: QuestionType, how: How): string =>
  unscored.includes(type) ? 'noted' : verdicts[answers[type][how] === undefined ? 'wrong' : how];
/** A type without part credit is answered wrongly instead. */
const given = (type: QuestionType, how: How): readonly string[] => answers[type][how] ?? answers[type].wrong ?? [];

/** How a learner works a control. */
interface Way {
  readonly press: (control: Locator, page: Page) => Promise<void>;
  readonly type: (field: Locator, text: string, page: Page) => Promise<void>;
  readonly pick: (menu: Locator, label: string, page: Page) => Promise<void>;
  /** In the picture of a hotspot, else in the list beside it. */
  readonly inPicture: boolean;
}
const byKey = async (control: Locator, page: Page): Promise<void> => {
  await control.focus();
  await page.keyboard.press((await control.evaluate((element) => element.tagName)) === 'BUTTON' ? 'Enter' : 'Space');
};
const ways: Readonly<Record<'mouse' | 'keys' | 'clicks', Way>> = {
  mouse: {
    press: (control) => control.click(),
    async type(field, text, page) {
      await field.click();
      await page.keyboard.type(text);
    },
    pick: async (menu, label) => void (await menu.selectOption({ label })),
    inPicture: true,
  },
  keys: {
    press: byKey,
    async type(field, text, page) {
      await field.focus();
      await page.keyboard.type(text);
    },
    async pick(menu, label, page) {
      await menu.focus();
      await page.keyboard.type(label.slice(0, 2));
      await expect
        .poll(() => menu.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text))
        .toBe(label);
    },
    inPicture: false,
  },
  // What a switch or a voice does: it presses, and puts texts in as a whole.
  clicks: {
    press: (control) => control.evaluate((element: HTMLElement) => element.click()),
    type: (field, text) => field.fill(text),
    pick: async (menu, label) => void (await menu.selectOption({ label })),
    inPicture: true,
  },
};

const tests = useBrowser();
let course: BuiltCourse;
const matrix = new Map<QuestionType, Set<string>>();
const note = (type: QuestionType, what: string): void => {
  matrix.set(type, (matrix.get(type) ?? new Set()).add(what));
};
beforeAll(async () => {
  const quiz = (id: string, own: string): string =>
    `title: ${id}\nid: ${id}\nreveal: attempt\n${own}questions:${questions}`;
  course = await buildCourse(null, {
    'course.yml': 'id: matrix\ntitle: Every question\nlanguage: en\nhome: false\n',
    '01-now.quiz.yml': quiz('now', 'confidence: true\n'),
    '02-mixed.quiz.yml': quiz('mixed', 'feedback: end\nshuffle: true\n'),
    '03-bank.quiz.yml': quiz('bank', 'feedback: end\nattempts: 1\ndraw: 11\n'),
    'media/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" viewBox="0 0 400 100"/>\n',
  });
});

const at = (learner: Learner, quiz: string, id: string): Locator =>
  learner.lesson.locator(`[data-quiz="${quiz}"] [data-question="${id}"]`);

async function answer(question: Locator, type: QuestionType, how: How, way: Way, page: Page): Promise<void> {
  const values = given(type, how);
  if (type === 'ordering') return arrange(question, values, way, page);
  for (const [index, value] of values.entries()) {
    if (type === 'fill-in' || type === 'numeric' || type === 'open')
      await way.type(question.locator('input, textarea').first(), value, page);
    else if (type === 'blanks' && index === 0) await way.type(question.locator('input').first(), value, page);
    else if (type === 'blanks') await way.pick(question.locator('select'), value, page);
    else if (type === 'matching') await way.pick(question.getByLabel('XY'[index] ?? '', { exact: true }), value, page);
    else if (type === 'hotspot' && way.inPicture) await way.press(question.locator(`[data-region="${value}"]`), page);
    else await way.press(question.locator(`[data-options] input[value="${value}"]`), page);
  }
}

/** Moves items up until they stand as wanted; at least one move is an answer. */
async function arrange(question: Locator, wanted: readonly string[], way: Way, page: Page): Promise<void> {
  const now = (): Promise<(string | null)[]> =>
    question.locator('li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-option')));
  const move = (id: string, where: 'up' | 'down'): Promise<void> =>
    way.press(question.locator(`[data-option="${id}"] [data-move="${where}"]`), page);
  const [first] = await now();
  await move(first ?? '', 'down');
  for (const [place, id] of wanted.entries()) {
    for (let where = (await now()).indexOf(id); where > place; where -= 1) await move(id, 'up');
  }
}

/** What a question shows of its answer. */
const shown = (question: Locator): Promise<unknown> =>
  question.evaluate((element) => [
    [...element.querySelectorAll<HTMLInputElement>('[data-options] :is(input, select, textarea)')].map((control) =>
      control.type === 'radio' || control.type === 'checkbox' ? control.checked : control.value,
    ),
    [...element.querySelectorAll('li[data-option]')].map((row) => row.getAttribute('data-option')),
    [...element.querySelectorAll<HTMLInputElement>('[data-confidence-of] input')].map((control) => control.checked),
    element.getAttribute('data-verdict'),
  ]);
const allShown = async (learner: Learner, quiz: string): Promise<unknown[]> => {
  const all: unknown[] = [];
  for (const type of types) all.push(await shown(at(learner, quiz, type)));
  return all;
};

async function open(visit: Visit, page: string): Promise<Launched> {
  const launched = await visit.launch();
  await launched.learner.arrived();
  await launched.learner.open(page);
  return launched;
}

const played = { mouse: 'right', keys: 'wrong', clicks: 'partial' } as const;
test.each(['mouse', 'keys', 'clicks'] as const)(
  '%s: asked for when empty, judged, kept, and shown in review',
  async (name) => {
    const [way, how] = [ways[name], played[name]];
    const visit = await tests.visit(course);
    const { learner, tab } = await open(visit, 'now');
    for (const type of types) {
      const question = at(learner, 'now', type);
      await way.press(question.locator('[data-check]'), tab);
      await expect.poll(() => question.locator('[data-error]').innerText(), { message: type }).toMatch(/first\.$/);
      note(type, `empty by ${name}`);
      const sure = question.locator('[data-confidence-of] input').nth(1);
      expect(await sure.count(), type).toBe(unscored.includes(type) ? 0 : 1);
      if (!unscored.includes(type)) await way.press(sure, tab);
      await answer(question, type, how, way, tab);
      await way.press(question.locator('[data-check]'), tab);
      await expect.poll(() => question.getAttribute('data-verdict'), { message: type }).toBe(verdictOf(type, how));
      note(type, `${how} by ${name}`);
    }
    await learner.untilSign('saved');
    const before = await allShown(learner, 'now');
    await tab.close();

    const again = await open(visit, 'now');
    // The page may still be on its way, or be opened anew under the look.
    await expect.poll(() => allShown(again.learner, 'now').catch(String)).toEqual(before);
    for (const type of types) note(type, `resumed by ${name}`);
    await again.tab.close();

    visit.server.settings = { ...visit.server.settings, launch: { mode: 'review' } };
    const review = await open(visit, 'now');
    await expect.poll(() => allShown(review.learner, 'now').catch(String)).toEqual(before);
    for (const type of types) {
      const control = at(review.learner, 'now', type).locator(':is(input, select, textarea, [data-move])').first();
      if (type === 'single') await ways.clicks.press(control, review.tab);
      note(type, `reviewed by ${name}`);
    }
    expect(await allShown(review.learner, 'now')).toEqual(before);

    const stored = storedAnswers(visit.server.store);
    for (const type of types) {
      const own = stored.find(({ id }) => id === (type === 'likert' ? 'now_likert_pace' : `now_${type}`));
      const result = verdictOf(type, how) === 'right' ? 'correct' : unscored.includes(type) ? 'neutral' : 'wrong';
      expect(own?.result, type).toBe(result);
      const sure = stored.find(({ id }) => id === `now_${type}_confidence`);
      expect(sure, type).toEqual(
        unscored.includes(type)
          ? undefined
          : expect.objectContaining({ type: 'likert', response: '2', result: 'neutral' }),
      );
    }
    // The strict LMS has checked each of them against the patterns of its type.
    expect(visit.faults()).toEqual([]);
  },
);

// Three ways × three verdicts, of shuffled questions; what the first quiz has not shown yet, it shows here.
const mixed = (['mouse', 'keys', 'clicks'] as const).flatMap((name) =>
  (['right', 'wrong', 'partial'] as const).map((how) => ['mixed', name, how] as const),
);
test.each([...mixed, ['bank', 'clicks', 'right'], ['bank', 'keys', 'wrong'], ['bank', 'mouse', 'partial']] as const)(
  '%s, by %s: %s',
  async (quiz, name, how) => {
    const way = ways[name];
    const visit = await tests.visit(course);
    const { learner, tab } = await open(visit, quiz);
    for (const type of types) await answer(at(learner, quiz, type), type, how, way, tab);
    await way.press(learner.lesson.locator(`[data-quiz="${quiz}"] [data-submit]`), tab);
    await learner.lesson.locator(`[data-quiz="${quiz}"][data-phase="submitted"]`).waitFor();
    for (const type of types) {
      expect(await at(learner, quiz, type).getAttribute('data-verdict'), type).toBe(verdictOf(type, how));
      note(type, `${how} by ${name}`);
      note(type, `${quiz === 'mixed' ? 'shuffled' : 'in a bank'} by ${name}`);
    }
    await learner.untilSign('saved');
    expect(visit.faults()).toEqual([]);
  },
);

test('no cell of the matrix is empty', () => {
  const states = ['right', 'wrong', 'partial', 'empty', 'resumed', 'reviewed', 'shuffled', 'in a bank'];
  const cells = states.flatMap((state) => ['mouse', 'keys', 'clicks'].map((name) => `${state} by ${name}`));
  const missing = types.flatMap((type) =>
    cells.filter((cell) => !matrix.get(type)?.has(cell)).map((cell) => `${type}: ${cell}`),
  );
  const width = Math.max(...states.map((state) => state.length)) + 2;
  const lines = types.map(
    (type) =>
      type.padEnd(12) +
      states
        .map((state) =>
          ['mouse', 'keys', 'clicks']
            .map((name) => (matrix.get(type)?.has(`${state} by ${name}`) ? name.charAt(0) : '-'))
            .join('')
            .padEnd(width),
        )
        .join(''),
  );
  const head = ''.padEnd(12) + states.map((state) => state.padEnd(width)).join('');
  process.stdout.write(`\nby (m)ouse, (k)eys, single (c)licks\n${head}\n${lines.join('\n')}\n`);
  expect(missing).toEqual([]);
});
