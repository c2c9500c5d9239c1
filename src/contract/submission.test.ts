import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseOf, quizNamed } from '../../tests/arbitrary-course.ts';
import { countedAttempts, countedScore } from './count-attempts.ts';
import type { Counts, CourseData, QuizData } from './course-data.ts';
import { emptyState, type LearnerState, type QuizState } from './learner-state.ts';
import { courseResult, courseScore } from './scoring.ts';
import { heldResult, reportedAtLaunch, withSubmission } from './submission.ts';

const untouched: QuizState = { attempts: 0, best: null, passed: false, current: null };

function quizThat(counts: Counts, pass: number | null = 60): QuizData {
  return {
    id: 'quiz',
    title: 'Quiz',
    page: 'page',
    pass,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'done',
    questions: [{ id: 'q', type: 'true-false', points: 1, prompt: 'Is it?', answer: true }],
    ...(counts === 'best' ? {} : { counts }),
  };
}

const submittedAfter = (quiz: QuizData, scores: readonly number[]): QuizState =>
  scores.reduce((entry, score) => withSubmission(quiz, entry, score), untouched);

test.each([
  ['best', [4000, 9000, 5000], 9000],
  ['last', [4000, 9000, 5000], 5000],
  ['first', [4000, 9000, 5000], 4000],
  ['average', [4000, 9000, 5000], 6000],
  ['average', [3333, 3334], 3333],
  ['average', [10_000, 10_000, 9999], 9999],
] as const)('%s of %j counts as %i', (counts, scores, counted) => {
  const quiz = quizThat(counts);
  expect(countedScore(quiz, submittedAfter(quiz, scores))).toBe(counted);
});

test('the score that counts is what a plain account of all attempts gives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('best' as const, 'last' as const, 'first' as const, 'average' as const),
      fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: countedAttempts }),
      (counts, scores) => {
        const quiz = quizThat(counts);
        const plain = {
          best: Math.max(...scores),
          last: scores.at(-1),
          first: scores[0],
          average: Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length),
        }[counts];
        expect(countedScore(quiz, submittedAfter(quiz, scores))).toBe(plain);
      },
    ),
  );
});

test('an average stays within 100 % where a new version allows fewer attempts than were made', () => {
  const entry = submittedAfter({ ...quizThat('average'), attempts: 100 }, Array(100).fill(10_000));
  expect(countedScore(quizThat('average'), entry)).toBe(10_000);
});

test('an average never leaves 0 to 100 %, however many attempts', () => {
  const quiz = quizThat('average');
  const entry = submittedAfter(
    quiz,
    Array.from({ length: 500 }, () => 10_000),
  );
  expect(countedScore(quiz, entry)).toBeLessThanOrEqual(10_000);
  expect(countedScore(quiz, entry)).toBeGreaterThan(9990);
  expect(
    countedScore(
      quiz,
      submittedAfter(
        quiz,
        Array.from({ length: 500 }, () => 0),
      ),
    ),
  ).toBe(0);
});

describe('passing goes by what counts, and stays', () => {
  test.each([
    ['best', [5000, 7000], true],
    ['last', [7000, 1000], true],
    ['first', [5000, 10_000], false],
    ['average', [1000, 10_000], false],
    ['average', [2000, 10_000], true],
  ] as const)('%s of %j: %s', (counts, scores, passed) => {
    expect(submittedAfter(quizThat(counts), scores).passed).toBe(passed);
  });
});

test('another rule in a new version begins with the best', () => {
  const entry = submittedAfter(quizThat('last'), [9000, 5000]);
  expect(countedScore(quizThat('average'), entry)).toBe(9000);
  expect(countedScore(quizThat('average'), withSubmission(quizThat('average'), entry, 3000))).toBe(7000);
  expect(countedScore(quizThat('first'), withSubmission(quizThat('first'), entry, 3000))).toBe(9000);
});

/** What is reported after each submission. */
function reports(course: CourseData, scores: readonly number[], from: LearnerState = emptyState): LearnerState {
  const [quiz] = course.quizzes;
  if (quiz === undefined) throw new Error('no quiz');
  let state = from;
  for (const score of scores) {
    const entry = withSubmission(quiz, state.quizzes.get(quiz.id) ?? untouched, score);
    const next = { ...state, quizzes: new Map([[quiz.id, entry]]), reported: heldResult(course, state, quiz) };
    state = { ...next, reported: courseResult(course, next) };
  }
  return state;
}

const oneQuiz = (counts: Counts): CourseData => {
  const course = courseOf('course', ['page'], [quizThat(counts)]);
  return { ...course, rules: { ...course.rules, pass: 60, completion: 'quizzes' } };
};

describe('what is reported', () => {
  test('falls with the score where the author says so, the status never', () => {
    expect(reports(oneQuiz('last'), [8000, 3000]).reported).toEqual({ status: 'passed', score: 3000 });
    expect(reports(oneQuiz('average'), [8000, 3000]).reported).toEqual({ status: 'passed', score: 5500 });
  });

  test('never falls elsewhere', () => {
    expect(reports(oneQuiz('best'), [8000, 3000]).reported).toEqual({ status: 'passed', score: 8000 });
    expect(reports(oneQuiz('first'), [8000, 3000]).reported).toEqual({ status: 'passed', score: 8000 });
  });

  test('never falls below what only the LMS remembers', () => {
    const wiped: LearnerState = { ...emptyState, reported: { status: 'passed', score: 8000 } };
    expect(reports(oneQuiz('last'), [3000], wiped).reported).toEqual({ status: 'passed', score: 8000 });
  });

  test('at launch is the better of both, but a score that may fall is that of the state', () => {
    const lms = { status: 'incomplete', score: 8000 } as const;
    const fallen = reports(oneQuiz('last'), [8000, 3000]);
    expect(reportedAtLaunch(oneQuiz('last'), fallen, lms)).toEqual({ status: 'passed', score: 3000 });
    expect(reportedAtLaunch(oneQuiz('last'), emptyState, lms)).toEqual({ status: 'incomplete', score: 8000 });
    expect(reportedAtLaunch(oneQuiz('best'), reports(oneQuiz('best'), [3000]), lms).score).toBe(8000);
  });
});

test('any submission passes a quiz without a pass mark', () => {
  expect(submittedAfter(quizThat('best', null), [0]).passed).toBe(true);
  expect(submittedAfter(quizThat('average', null), [0, 0]).passed).toBe(true);
});

/** The score at launch in a course of two quizzes, of which the one with this weight may fall. */
function scoreAtLaunch(weight: number): number | null {
  const other = { ...quizThat('best'), id: 'other' };
  const course = courseOf('course', ['page'], [{ ...quizThat('last'), weight }, other]);
  const quizzes = new Map([
    ['quiz', submittedAfter(quizThat('last'), [9000, 1000])],
    ['other', submittedAfter(other, [3000])],
  ]);
  return reportedAtLaunch(course, { ...emptyState, quizzes }, { status: 'incomplete', score: 8000 }).score;
}

test('where one of two quizzes may fall, the score at launch is that of the state', () => {
  expect(scoreAtLaunch(1)).toBe(2000);
});

test('a quiz of no weight that may fall leaves the better score of state and LMS', () => {
  expect(scoreAtLaunch(0)).toBe(8000);
});

test('a quiz whose first attempt counts is used up by it', () => {
  const course = oneQuiz('first');
  const failing = { ...course, rules: { ...course.rules, report: 'passed-failed' as const } };
  expect(reports(failing, [3000]).reported.status).toBe('failed');
});

test('the course score is the weighted mean of what counts', () => {
  fc.assert(
    fc.property(
      quizNamed('quiz', 'page'),
      fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }),
      (quiz, scores) => {
        const counting = { ...quiz, weight: 2, questions: quizThat('best').questions };
        const course = courseOf('course', ['page'], [counting]);
        const state = { ...emptyState, quizzes: new Map([['quiz', submittedAfter(counting, scores)]]) };
        expect(courseScore(course, state)).toBe(countedScore(counting, state.quizzes.get('quiz')));
      },
    ),
  );
});
