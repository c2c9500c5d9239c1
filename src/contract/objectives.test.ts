import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseAndState, courseOf } from '../../tests/arbitrary-course.ts';
import type { CourseData, ObjectiveData, QuizData } from './course-data.ts';
import { type AnswerState, type AttemptState, emptyState, fullCredit, type QuizState } from './learner-state.ts';
import { nextShares, objectivesOf, scoreByObjective } from './objectives.ts';
import type { TrueFalseQuestion } from './question-data.ts';
import { courseScore } from './scoring.ts';
import { withSubmission } from './submission.ts';

const question = (id: string, points = 1): TrueFalseQuestion => ({
  ...{ id, type: 'true-false', points, prompt: id, answer: true },
});
const quiz = (id: string, questions: readonly TrueFalseQuestion[], own: Partial<QuizData> = {}): QuizData => ({
  ...{ id, title: id, page: 'lesson', pass: null, attempts: 0, feedback: 'end', weight: 1, reveal: 'done', questions },
  shuffle: { questions: false, choices: false },
  ...own,
});
const objective = (id: string, quizzes: ObjectiveData['quizzes'], pass: number | null = 50): ObjectiveData => ({
  ...{ id, title: id, pass, quizzes },
});
const course = (quizzes: readonly QuizData[], objectives: readonly ObjectiveData[]): CourseData => ({
  ...courseOf('course', ['lesson'], quizzes),
  objectives,
});

/** An attempt with these questions right and the others wrong. */
function attempt(
  { questions }: QuizData,
  right: readonly string[],
  asked = questions.map(({ id }) => id),
): AttemptState {
  const answers = asked.map((id): [string, AnswerState] => {
    const value = right.includes(id);
    return [id, { response: { type: 'true-false', value }, credit: value ? fullCredit : 0 }];
  });
  return { submitted: true, seed: 0, answers: new Map(answers) };
}

/** The state after these submissions of one quiz, as the player makes it. */
function after(of: CourseData, tried: QuizData, ...attempts: readonly AttemptState[]): QuizState {
  let entry: QuizState = { attempts: 0, best: null, passed: false, current: null };
  for (const current of attempts) {
    const { questions } = tried;
    const points = (ids: readonly string[]) =>
      questions.reduce((sum, each) => sum + (ids.includes(each.id) ? each.points : 0), 0);
    const asked = [...current.answers.keys()];
    const right = asked.filter((id) => current.answers.get(id)?.credit === fullCredit);
    const objectives = nextShares(of, tried, entry, current);
    const score = Math.floor((10_000 * points(right)) / points(asked));
    entry = { ...withSubmission(tried, entry, score), ...(objectives === undefined ? {} : { objectives }), current };
  }
  return entry;
}

const scores = (of: CourseData, ...quizzes: readonly (readonly [string, QuizState])[]) =>
  scoreByObjective(of, { ...emptyState, quizzes: new Map(quizzes) }).map(({ score, status }) => [score, status]);

const mixed = quiz('mixed', [question('a'), question('b'), question('c', 2)]);
const halves = [
  objective('one', [{ quiz: 'mixed', questions: ['a', 'b'] }]),
  objective('two', [{ quiz: 'mixed', questions: ['c'] }]),
];

test('before anything is submitted: no score, not even nothing', () => {
  expect(scores(course([mixed], halves))).toEqual([
    [null, 'incomplete'],
    [null, 'incomplete'],
  ]);
  expect(scoreByObjective(courseOf('course', ['lesson'], [mixed]), emptyState)).toEqual([]);
});

test('the best attempt as a whole counts, also where another did better in one objective', () => {
  const of = course([mixed], halves);
  const entry = after(of, mixed, attempt(mixed, ['c', 'a']), attempt(mixed, ['a', 'b']));
  expect(entry.best).toBe(7500);
  expect(scores(of, ['mixed', entry])).toEqual([
    [5000, 'passed'],
    [10_000, 'passed'],
  ]);
});

test.each([
  ['first', [5000, 10_000]],
  ['last', [10_000, 0]],
  ['average', [7500, 5000]],
] as const)('the %s attempt counts', (counts, expected) => {
  const own = { ...mixed, counts };
  const of = course([own], halves);
  const entry = after(of, own, attempt(own, ['c', 'a']), attempt(own, ['a', 'b']));
  expect(scores(of, ['mixed', entry]).map(([score]) => score)).toEqual(expected);
});

test('quizzes weigh as in the course score, by their part of the objective, exactly', () => {
  const small = quiz('small', [question('x'), question('y'), question('z')], { weight: 2 });
  const of = course(
    [mixed, small],
    [
      objective('both', [{ quiz: 'mixed', questions: ['c'] }, { quiz: 'small' }]),
      objective('third', [{ quiz: 'small', questions: ['x'] }, { quiz: 'mixed' }], 99.99),
    ],
  );
  const entries = [
    ['mixed', after(of, mixed, attempt(mixed, ['a', 'b', 'c']))],
    ['small', after(of, small, attempt(small, ['x']))],
  ] as const;
  // (1/2 · 1 + 2 · 0.3333) / (1/2 + 2), and (2/3 · 1 + 1) / (2/3 + 1)
  expect(scores(of, ...entries)).toEqual([
    [4666, 'incomplete'],
    [10_000, 'passed'],
  ]);
  // Not submitted counts as nothing, as in the course score.
  expect(scores(of, entries[0]).map(([score]) => score)).toEqual([2000, 6000]);
});

test('practice, surveys and quizzes tested out have no part in it', () => {
  const practice = quiz('practice', [question('p')], { weight: 0 });
  const survey = quiz('survey', [question('s', 0)]);
  const spared = quiz('spared', [question('t')], { page: 'other' });
  const test = quiz('test', [question('u')], { pass: 50, testsOut: ['other'] });
  const all = ['practice', 'survey', 'spared', 'test'].map((id) => ({ quiz: id }));
  const of = course([practice, survey, spared, test], [objective('all', all, null), objective('no', all.slice(0, 2))]);
  const passed = after(of, test, attempt(test, ['u']));
  expect(scores(of, ['practice', after(of, practice, attempt(practice, []))], ['test', passed])).toEqual([
    [10_000, 'completed'],
    [null, 'incomplete'],
  ]);
});

test('an attempt that drew nothing of an objective says nothing of it', () => {
  const drawn = { ...mixed, draw: [{ count: 1 }] };
  const of = course([drawn], halves);
  expect(scores(of, ['mixed', after(of, drawn, attempt(drawn, ['c'], ['c']))])).toEqual([
    [null, 'incomplete'],
    [10_000, 'passed'],
  ]);
});

test('objectives that came with a new version: the answers at hand count, else the score of the quiz', () => {
  const of = course([mixed], halves);
  const { objectives: _none, ...old } = after(of, mixed, attempt(mixed, ['c', 'a']));
  expect(scores(of, ['mixed', old]).map(([score]) => score)).toEqual([5000, 10_000]);
  expect(scores(of, ['mixed', { ...old, current: null }]).map(([score]) => score)).toEqual([7500, 7500]);
});

test('a question knows all its objectives', () => {
  const of = course([mixed], [...halves, objective('all', [{ quiz: 'mixed' }])]);
  expect(objectivesOf(of, 'mixed', 'c')).toEqual(['two', 'all']);
  expect(objectivesOf(of, 'other', 'c')).toEqual([]);
});

test('an objective of the whole course has the score of the course; no score is below nothing', () => {
  fc.assert(
    fc.property(courseAndState, ([given, state]) => {
      const all = given.quizzes.map(({ id }) => ({ quiz: id }));
      const of = { ...given, objectives: [...(given.objectives ?? []), objective('whole', all, null)] };
      const results = scoreByObjective(of, state);
      // A quiz without any question, which no author can publish, counts in the course as a score of nothing.
      const isSound = given.quizzes.every(({ questions }) => questions.length > 0);
      if (isSound) expect(results.at(-1)?.score).toBe(courseScore(given, state));
      for (const { score } of results) {
        expect(score === null || (score >= 0 && Number.isInteger(score))).toBe(true);
      }
    }),
  );
});
