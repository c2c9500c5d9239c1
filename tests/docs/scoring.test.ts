import { describe, expect, test } from 'vitest';
import type { CourseData, PageData, QuizData, RulesData, StatusPair } from '../../src/contract/course-data.ts';
import { emptyState, fullCredit, type LearnerState, type QuizState } from '../../src/contract/learner-state.ts';
import type { QuestionData } from '../../src/contract/question-data.ts';
import { handlerOf } from '../../src/contract/questions/index.ts';
import { courseResult, courseScore, quizScore } from '../../src/contract/scoring.ts';
import { readPage, rowsUnder, tablesUnder } from './read-docs.ts';

const page = readPage('docs/scoring.md');

const quiz: QuizData = {
  id: 'exam',
  title: 'Exam',
  page: 'exam',
  pass: 80,
  attempts: 2,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions: [],
};
const lesson = (id: string): PageData => ({ id, kind: 'lesson', title: id, href: `${id}.html`, quizzes: [] });
const course: CourseData = {
  format: 1,
  id: 'course',
  title: 'Course',
  version: '1.0.0',
  language: 'en',
  direction: 'ltr',
  build: '000000000000',
  sections: [],
  pages: [lesson('one'), lesson('two'), { ...lesson('exam'), kind: 'quiz', quizzes: ['exam'] }],
  quizzes: [quiz],
  rules: { report: 'passed-incomplete', pass: 80, mustPass: [], completion: 'both' },
  stateLimit: 4096,
  strings: {},
};
const percent = (text: string): number => Math.round(Number(text.replace('%', '')) * 100);

/** The state that the first two cells of a row tell of. */
function stateOf(lessons: string, exam: string): LearnerState {
  const seen: Readonly<Record<string, readonly string[]>> = { none: [], some: ['one'], all: ['one', 'two'] };
  const read = seen[lessons];
  if (read === undefined) throw new Error(`"${lessons}" lessons read?`);
  return {
    ...emptyState,
    seen: new Set(read),
    quizzes: exam === 'not taken' ? new Map() : new Map([['exam', taken(exam)]]),
  };
}

function taken(exam: string): QuizState {
  const [, score, left] = /^([\d.]+) %(?:, (one|no) attempt left)?$/.exec(exam) ?? [];
  if (score === undefined) throw new Error(`"${exam}" is no exam.`);
  const best = percent(score);
  const current = { submitted: true, seed: 0, answers: new Map() };
  return { attempts: left === 'no' ? 2 : 1, best, passed: best >= 8000, current };
}

const withRules = (rules: Partial<RulesData>): CourseData => ({ ...course, rules: { ...course.rules, ...rules } });

describe.each([
  { file: 'docs/scoring.md', heading: 'The status' },
  { file: 'docs/trainers.md', heading: 'Which status pair' },
])('truth table in $file', ({ file, heading }) => {
  const [table = []] = tablesUnder(readPage(file), heading);
  const [head = [], ...rows] = table;
  const pairs = head.slice(2) as StatusPair[];
  expect(pairs).toEqual(['passed-incomplete', 'passed-failed', 'completed-incomplete', 'completed-failed']);

  test.each(rows.map((cells) => ({ cells })))('$cells.0, $cells.1', ({ cells }) => {
    const [lessons = '', exam = '', ...said] = cells;
    expect(pairs.map((report) => courseResult(withRules({ report }), stateOf(lessons, exam)).status)).toEqual(said);
  });
});

describe('status by completion', () => {
  const [, table = []] = tablesUnder(page, 'The status');
  const [head = [], ...rows] = table;

  test.each(rows.map((cells) => ({ cells })))('$cells.0, $cells.1', ({ cells }) => {
    const [lessons = '', exam = '', ...said] = cells;
    const kinds = head.slice(2) as RulesData['completion'][];
    expect(kinds).toEqual(['lessons', 'quizzes', 'both']);
    expect(kinds.map((completion) => courseResult(withRules({ completion }), stateOf(lessons, exam)).status)).toEqual(
      said,
    );
  });
});

describe('credit for a multiple response', () => {
  test.each(rowsUnder(page, 'A question').map((cells) => ({ cells })))('$cells', ({ cells }) => {
    const [right = 0, wrong = 0, hits = 0, misses = 0] = cells.slice(0, 4).map(Number);
    const choices = Array.from({ length: right + wrong }, (_, index) => ({
      id: `c${index}`,
      text: '',
      correct: index < right,
    }));
    const chosen = choices
      .filter((_, index) => (index < right ? index < hits : index - right < misses))
      .map(({ id }) => id);
    const credits = (['all-or-nothing', 'per-choice'] as const).map((credit) => {
      const question: QuestionData = { type: 'multiple', id: 'q', points: 1, prompt: '', choices, credit };
      return handlerOf(question).grade(question, { type: 'multiple', choices: chosen }) / fullCredit;
    });
    expect(credits.map((credit) => `${credit * 100} %`)).toEqual(cells.slice(4));
  });
});

/** `2: 50 %, 1: not taken` → pairs. */
const pairsIn = (cell: string): (readonly [number, string])[] =>
  cell.split(', ').map((part) => [Number(part.split(': ')[0]), part.split(': ')[1] ?? '']);

describe('score of a quiz', () => {
  test.each(rowsUnder(page, 'A quiz').map(([given = '', said = '']) => ({ given, said })))(
    '$given → $said',
    ({ given, said }) => {
      const parts = pairsIn(given);
      const questions = parts.map(
        ([points], index): QuestionData => ({ type: 'true-false', id: `q${index}`, points, prompt: '', answer: true }),
      );
      const credits = new Map(parts.map(([, credit], index) => [`q${index}`, (percent(credit) / 10_000) * fullCredit]));
      expect(quizScore({ ...quiz, questions }, credits)).toBe(percent(said));
    },
  );
});

describe('score of the course', () => {
  test.each(rowsUnder(page, 'The course').map(([given = '', said = '']) => ({ given, said })))(
    '$given → $said',
    ({ given, said }) => {
      const parts = pairsIn(given);
      const quizzes = parts.map(([weight], index) => ({ ...quiz, id: `quiz${index}`, weight }));
      const entries = parts.flatMap(([, best], index): [string, QuizState][] =>
        best === 'not taken'
          ? []
          : [[`quiz${index}`, { attempts: 1, best: percent(best), passed: false, current: null }]],
      );
      const score = courseScore({ ...course, quizzes }, { ...emptyState, quizzes: new Map(entries) });
      expect(score).toBe(said === 'none' ? null : percent(said));
    },
  );
});
