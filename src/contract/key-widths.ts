import type { CourseData } from './course-data.ts';
import { drawnCount } from './draw-questions.ts';
import { withRules } from './features.ts';
import { filmBits } from './films.ts';
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
  // Of a drawn quiz an attempt holds some questions only: at worst those that take most.
  const sizes = course.quizzes.flatMap((quiz) =>
    quiz.questions
      .map((question) => handlerOf(question).worstBits(question))
      .sort((a, b) => b - a)
      .slice(0, drawnCount(quiz)),
  );
  let size = 10 * course.pages.length + 51 * course.quizzes.length;
  for (const bits of sizes) size += 14 + bits;
  if (withRules) size += filmBits * course.pages.reduce((sum, { films = [] }) => sum + films.length, 0);
  const perLevel = course.pages.length + course.quizzes.length + 1.5 * sizes.length;
  const level = Math.max(0, Math.min(5, Math.floor((roomForState - size) / Math.max(1, perLevel))));
  return {
    page: 8 + level + indexBits(course.pages.length),
    quiz: 10 + level + indexBits(course.quizzes.length),
    question: 5 + Math.floor(level / 2),
    shape: 5 + level,
  };
}
