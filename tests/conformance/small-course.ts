import type { CourseData, QuizData, RulesData } from '../../src/contract/course-data.ts';
import type { QuestionData } from '../../src/contract/question-data.ts';

export interface CourseChange {
  readonly rules?: Partial<RulesData>;
  readonly quizzes?: readonly QuizData[];
  readonly quiz?: (quiz: QuizData) => QuizData;
}

export function courseWith({ rules, quizzes, quiz }: CourseChange): CourseData {
  return {
    format: 1,
    id: 'small',
    title: 'A small course',
    version: '1.0.0',
    language: 'en',
    direction: 'ltr',
    build: 'abcdefghijkl',
    sections: [{ title: '', pages: ['first', 'second', 'exam'] }],
    pages: [
      { id: 'first', kind: 'lesson', title: 'First', href: 'first.html', quizzes: ['warm-up'] },
      { id: 'second', kind: 'lesson', title: 'Second', href: 'second.html', quizzes: ['mixed'] },
      { id: 'exam', kind: 'quiz', title: 'Exam', href: 'exam.html', quizzes: ['exam'] },
    ],
    quizzes: (quizzes ?? theQuizzes).map((each) => quiz?.(each) ?? each),
    rules: { report: 'passed-incomplete', pass: 75, mustPass: [], completion: 'both', ...rules },
    stateLimit: 4096,
    strings: {},
  };
}

export function single(id: string, options = 4, points = 1): QuestionData {
  const choices = Array.from({ length: options }, (_, index) => ({
    id: `c${index}`,
    text: `Choice ${index}`,
    correct: index === 1,
  }));
  return { id, type: 'single', points, prompt: `Which, ${id}?`, choices };
}
export const multiple = (id: string): QuestionData => ({
  id,
  type: 'multiple',
  points: 2,
  prompt: `Which ones, ${id}?`,
  credit: 'per-choice',
  choices: [0, 1, 2, 3].map((index) => ({ id: `c${index}`, text: `Choice ${index}`, correct: index < 2 })),
});
export const trueFalse = (id: string): QuestionData => ({
  id,
  type: 'true-false',
  points: 1,
  prompt: `Is it, ${id}?`,
  answer: true,
});

export function quizOf(
  id: string,
  page: string,
  questions: readonly QuestionData[],
  change: Partial<QuizData> = {},
): QuizData {
  return {
    id,
    title: id,
    page,
    pass: null,
    attempts: 0,
    feedback: 'immediate',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'attempt',
    questions,
    ...change,
  };
}

const theQuizzes: readonly QuizData[] = [
  quizOf('warm-up', 'first', [single('w1'), trueFalse('w2')]),
  quizOf('mixed', 'second', [single('m1'), multiple('m2'), trueFalse('m3')], {
    feedback: 'end',
    attempts: 2,
    pass: 60,
  }),
  quizOf('exam', 'exam', [single('e1'), single('e2'), trueFalse('e3'), multiple('e4')], {
    feedback: 'end',
    attempts: 3,
    pass: 75,
    shuffle: { questions: true, choices: true },
  }),
];

/** Two lessons, three quizzes: one checked question by question, one at the end with two attempts, one shuffled. */
export const smallCourse: CourseData = courseWith({});

/** The same with an objective of whole quizzes and two of some of their questions. */
export const courseWithObjectives: CourseData = {
  ...smallCourse,
  objectives: [
    { id: 'basics', title: 'The basics', pass: 75, quizzes: [{ quiz: 'warm-up' }, { quiz: 'mixed' }] },
    { id: 'edges', title: 'The edges', pass: 50, quizzes: [{ quiz: 'exam', questions: ['e1', 'e2'] }] },
    { id: 'depths', title: 'The depths', pass: null, quizzes: [{ quiz: 'exam', questions: ['e3', 'e4'] }] },
  ],
};
