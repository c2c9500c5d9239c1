import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { QuizData } from '../contract/course-data.ts';
import type { QuestionData } from '../contract/question-data.ts';
import type { Course } from '../course/course.ts';
import { compareEdition } from './compare-edition.ts';

const single = (right: string): QuestionData => ({
  id: 'leaf',
  type: 'single',
  points: 1,
  prompt: 'Leaf?',
  choices: ['a', 'b'].map((id) => ({ id, text: id.toUpperCase(), correct: id === right })),
});
const typed = (text: string): QuestionData => ({
  id: 'word',
  type: 'fill-in',
  points: 1,
  prompt: 'Word?',
  accepted: [{ text }],
  wrong: [],
  case: false,
  limit: 20,
});
const quiz = (questions: readonly QuestionData[], own: Partial<QuizData> = {}): QuizData => ({
  id: 'exam',
  title: 'Exam',
  page: 'lesson',
  pass: 80,
  attempts: 2,
  feedback: 'end',
  weight: 1,
  shuffle: { questions: false, choices: false },
  reveal: 'done',
  questions,
  ...own,
});

function differences(before: QuizData, now: QuizData): readonly string[] {
  const file = new VFile({ path: '01-lesson.de.md' });
  const { id } = now;
  const page = { kind: 'lesson', id: 'lesson', file, quizzes: [{ id, questions: now.questions, file }] };
  const course = { pages: [page] } as unknown as Course;
  compareEdition(courseOf('course', ['lesson'], [before]), {
    course,
    data: courseOf('course', ['lesson'], [now]),
    files: [],
  });
  expect(file.messages.every((message) => message.ruleId === 'translation-differs' && message.fatal)).toBe(true);
  return file.messages.map((message) => message.reason);
}

test('texts may differ, and words to type', () => {
  const translated = { ...single('a'), prompt: 'Blatt?' } as QuestionData;
  const german = quiz([translated, typed('Wasser')], { title: 'Prüfung' });
  expect(differences(quiz([single('a'), typed('water')]), german)).toEqual([]);
});

test.each([
  ['another right answer', quiz([single('b')]), /question `leaf` is not as in the original/],
  ['other points', quiz([{ ...single('a'), points: 2 }]), /question `leaf` is not as in the original/],
  ['another rule', quiz([single('a')], { attempts: 3, pass: 70 }), /other rules than its original: `pass`, `attempts`/],
  ['a question too many', quiz([single('a'), typed('Wasser')]), /question `word` is not in the original/],
  ['a question too few', quiz([]), /lacks the question `leaf`/],
])('%s', (_what, now, reason) => {
  const found = differences(quiz([single('a')]), now);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(reason);
});

test('another quiz', () => {
  expect(differences(quiz([single('a')]), quiz([single('a')], { id: 'pruefung' }))).toEqual([
    'The quiz `exam` of the original is not here',
    'The quiz `pruefung` is not in the original',
  ]);
});
