import type { QuizData, TimeData } from '../contract/course-data.ts';
import type { Quiz } from '../course/course.ts';
import { drawData, drawGroups } from '../course/draw-groups.ts';
import type { PageGathering } from './page-gathering.ts';

/** How many questions an attempt asks. */
export function askedCount(quiz: Quiz): number {
  const groups = drawGroups(quiz);
  if (groups.length === 0) return quiz.questions.length;
  return groups.reduce((sum, { count, questions }) => sum + Math.min(count, questions.length), 0);
}

/** The line below the title: what a learner should know before the first question. */
export function quizFacts(quiz: Quiz, { word }: PageGathering): readonly string[] {
  const count = askedCount(quiz);
  return [
    word('quiz.questions', { count }),
    ...(quiz.pass === null ? [] : [word('quiz.pass', { pass: quiz.pass })]),
    ...(quiz.attempts === 0 ? [] : [word('quiz.attempts', { count: quiz.attempts })]),
    ...(quiz.counts === undefined ? [] : [word(`quiz.counts.${quiz.counts}`)]),
    ...(quiz.time === undefined ? [] : [word('quiz.time.fact', { minutes: quiz.time.minutes })]),
    ...(quiz.cooldown === undefined ? [] : [word('quiz.cooldown', { minutes: quiz.cooldown })]),
    ...(quiz.penalty === undefined ? [] : [word('quiz.penalty', { percent: Math.round(quiz.penalty * 10_000) / 100 })]),
    ...(quiz.weight === 0 ? [word('quiz.practice')] : []),
  ];
}

/** The rules of a quiz for the player; nothing of those it does without. */
export function ruleData(quiz: Quiz): Partial<QuizData> {
  const { counts, cooldown, penalty, hintCost, testsOut, time, confidence } = quiz;
  const draw = drawData(quiz);
  return {
    ...(counts === undefined ? {} : { counts }),
    ...(cooldown === undefined ? {} : { cooldown }),
    ...(draw === undefined ? {} : { draw }),
    ...(penalty === undefined ? {} : { penalty }),
    ...(hintCost === undefined ? {} : { hintCost }),
    ...(testsOut === undefined ? {} : { testsOut }),
    ...(time === undefined ? {} : { time }),
    ...(confidence ? { confidence } : {}),
  };
}

/** What the page says of a time limit before it begins. */
export function timerView({ minutes, adjustable }: TimeData, { word }: PageGathering) {
  return { text: word('quiz.time.before', { minutes }), adjustable };
}
