import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { QuizData } from '../contract/course-data.ts';
import { worstCaseLength } from '../contract/worst-case.ts';
import type { RenderedCourse } from '../pages/rendered-course.ts';
import { checkStateSize } from './check-state-size.ts';

function quiz(id: string, questions: number): QuizData {
  return {
    id,
    title: id,
    page: 'exam',
    pass: 80,
    attempts: 0,
    feedback: 'end',
    weight: 1,
    shuffle: { questions: false, choices: false },
    reveal: 'done',
    questions: Array.from({ length: questions }, (_, n) => ({
      id: `q${n}`,
      type: 'true-false',
      points: 1,
      prompt: '',
      answer: true,
    })),
  };
}

function rendered(...quizzes: readonly QuizData[]): RenderedCourse {
  const rules = { report: 'passed-incomplete', pass: 80, mustPass: [], completion: 'both' } as const;
  const shared = { id: 'a', title: 'A', version: '1', language: 'en', direction: 'ltr', rules } as const;
  return {
    course: {
      ...shared,
      description: '',
      words: { language: 'en', missing: [], words: {} },
      sections: [],
      pages: [],
      file: new VFile({ path: 'course.yml' }),
      at: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
    },
    files: [],
    data: {
      ...shared,
      format: 1,
      build: '000000000000',
      sections: [],
      pages: [],
      quizzes,
      stateLimit: 4096,
      strings: {},
    },
  };
}

const messages = (course: RenderedCourse) => course.course.file.messages;

test('a course that fits to the character is fine; one character less, and the message names what costs most', () => {
  const fits = rendered(quiz('small', 2), quiz('large', 30), quiz('tiny', 1), quiz('medium', 9));
  const worst = worstCaseLength(fits.data);
  checkStateSize(fits, worst);
  expect(messages(fits)).toEqual([]);
  checkStateSize(fits, worst - 1);
  const [message] = messages(fits);
  expect(message?.ruleId).toBe('state-too-large');
  expect(message?.fatal).toBe(true);
  expect(message?.reason).toBe(`Saved answers may take ${worst} characters, the LMS keeps ${worst - 1}`);
  expect(message?.note).toMatch(/the quizzes that take most are `large` \(\d+\), `medium` \(\d+\), `small` \(\d+\)$/);
});

test('films that are to be watched take their room, also without a quiz', () => {
  const films = Array.from({ length: 40 }, (_, n) => `media/${n}.mp4`);
  const page = { id: 'tour', kind: 'lesson', title: 'Tour', href: 'tour.html', quizzes: [] } as const;
  const of = (given: readonly string[]): RenderedCourse => {
    const plain = rendered();
    return { ...plain, data: { ...plain.data, pages: [{ ...page, films: given }] } };
  };
  expect(worstCaseLength(of(films).data) - worstCaseLength(of(films.slice(1)).data)).toBeGreaterThanOrEqual(9);
  const course = of(films);
  checkStateSize(course, worstCaseLength(course.data));
  expect(messages(course)).toEqual([]);
  checkStateSize(course, worstCaseLength(course.data) - 1);
  expect(messages(course).map(({ note }) => note)).toEqual([
    'Ask fewer questions, ask for fewer films to be watched, or split the course',
  ]);
});

test('two films of one fingerprint are refused', () => {
  const page = { id: 'tour', kind: 'lesson', title: 'Tour', href: 'tour.html', quizzes: [] } as const;
  const plain = rendered();
  const films = ['media/clip-4716.mp4', 'media/clip-4976.mp4'];
  const course = { ...plain, data: { ...plain.data, pages: [{ ...page, films }] } };
  checkStateSize(course, 4096);
  expect(messages(course).map((message) => message.reason)).toEqual([
    'Saved state cannot tell the film ids `tour media/clip-4716.mp4` and `tour media/clip-4976.mp4` apart',
  ]);
});

test('two ids of one fingerprint are refused', () => {
  // A known collision of 32-bit FNV-1a.
  const course = rendered(quiz('costarring', 1), quiz('liquid', 1));
  checkStateSize(course, 4096);
  expect(messages(course).map((message) => message.reason)).toEqual([
    'Saved state cannot tell the quiz ids `costarring` and `liquid` apart',
  ]);
});
