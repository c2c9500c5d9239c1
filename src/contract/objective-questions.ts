import type { CourseData, ObjectiveData, QuizData } from './course-data.ts';
import { withRules } from './features.ts';
import type { QuestionData } from './question-data.ts';

/** The questions of a quiz that belong to an objective. */
export function ownQuestions(objective: ObjectiveData, quiz: QuizData): readonly QuestionData[] {
  const share = objective.quizzes.find((each) => each.quiz === quiz.id);
  if (share === undefined) return [];
  const { questions } = share;
  return questions === undefined ? quiz.questions : quiz.questions.filter(({ id }) => questions.includes(id));
}

/** The sum of their points, in millionths. */
export const pointsOf = (questions: readonly QuestionData[]): bigint =>
  questions.reduce((sum, { points }) => sum + BigInt(Math.round(points * 1e6)), 0n);

/** Whether some of the quiz's points belong to the objective and others do not: only then the state keeps a share of it. */
export function isSplit(objective: ObjectiveData, quiz: QuizData): boolean {
  const own = pointsOf(ownQuestions(objective, quiz));
  return own > 0n && own < pointsOf(quiz.questions);
}

/** The objectives to which only some of a quiz's questions belong. */
export const splitObjectives = (course: CourseData, quiz: QuizData): readonly ObjectiveData[] =>
  withRules ? (course.objectives ?? []).filter((objective) => isSplit(objective, quiz)) : [];
