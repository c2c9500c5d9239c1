import { expect, test } from 'vitest';
import type { CourseData, QuizData } from './course-data.ts';
import { quizName } from './quiz-name.ts';

test('quizzes of the same title are told apart by their pages', () => {
  const quizzes = [
    { id: 'a', title: 'Check', page: 'one' },
    { id: 'b', title: 'Check', page: 'two' },
    { id: 'c', title: 'Exam', page: 'two' },
  ] as unknown as readonly QuizData[];
  const pages = [
    { id: 'one', title: 'One' },
    { id: 'two', title: 'Two' },
  ] as unknown as CourseData['pages'];
  expect(quizzes.map((quiz) => quizName({ quizzes, pages }, quiz))).toEqual(['One', 'Two', 'Exam']);
});
