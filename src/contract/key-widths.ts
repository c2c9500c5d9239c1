import type { CourseData } from './course-data.ts';
import { handlerOf } from './questions/index.ts';
import { indexBits } from './state-keys.ts';

/** Bits of the keys in the state. `question` is on top of what numbering a quiz's questions takes. */
export interface KeyWidths {
  readonly page: number;
  readonly quiz: number;
  readonly question: number;
  readonly shape: number;
}

/** 4,000 characters of 6 bits, less what the estimate below leaves out: SCORM 1.2 keeps 4,096. */
const roomForState = 23_000;

/**
 * Wider keys make it rarer that something new in a later version of the course is taken for something old that has the
 * same key; so they are as wide as an average course of this size can afford, and never wider than is of use.
 */
export function keyWidths(course: CourseData): KeyWidths {
  const questions = course.quizzes.flatMap((quiz) => quiz.questions);
  let size = 10 * course.pages.length + 51 * course.quizzes.length;
  for (const question of questions) size += 14 + handlerOf(question).worstBits(question);
  const perLevel = course.pages.length + course.quizzes.length + 1.5 * questions.length;
  const level = Math.max(0, Math.min(5, Math.floor((roomForState - size) / Math.max(1, perLevel))));
  return {
    page: 8 + level + indexBits(course.pages.length),
    quiz: 10 + level + indexBits(course.quizzes.length),
    question: 5 + Math.floor(level / 2),
    shape: 5 + level,
  };
}
