import type { CourseData } from '../../contract/course-data.ts';
import { withRules } from '../../contract/features.ts';
import type { Interaction } from '../../contract/interaction.ts';
import { fullCredit } from '../../contract/learner-state.ts';
import { objectivesOf } from '../../contract/objectives.ts';
import { handlerOf } from '../../contract/questions/index.ts';
import type { KeptAnswer } from './journal.ts';

/** An answer as the LMS port reports it, in one or more parts; in none if the course no longer has the question or its options. */
export function reportAnswer(course: CourseData, answer: KeptAnswer): readonly Interaction[] {
  const question = course.quizzes
    .find(({ id }) => id === answer.quiz)
    ?.questions.find(({ id }) => id === answer.question);
  if (question === undefined) return [];
  const logic = handlerOf(question);
  const response = logic.parse(question, answer.response);
  const body = logic.interaction(question, response);
  if (body === null) return [];
  // A right answer is right, also where its hint has cost points.
  const isRight = logic.grade(question, response) === fullCredit;
  const whole = {
    id: `${answer.quiz}_${answer.question}`,
    quiz: answer.quiz,
    question: answer.question,
    prompt: question.prompt,
    result: question.points === 0 ? 'neutral' : isRight ? 'correct' : 'incorrect',
    weighting: question.points,
    latency: answer.latency,
    time: answer.time,
    ...(!withRules || course.objectives === undefined
      ? {}
      : { objectives: objectivesOf(course, answer.quiz, answer.question) }),
  } as const;
  const sure = confidenceIn(course, answer, whole);
  if (body.kind !== 'parts') return [{ ...whole, body }, ...sure];
  const parts = body.parts.map((part) => ({
    ...whole,
    id: `${whole.id}_${part.id}`,
    prompt: `${question.prompt} ${part.text}`,
    body: part.body,
  }));
  return [...parts, ...sure];
}

/** How sure the learner was, as an interaction of its own: no standard has a place for it beside the answer. */
function confidenceIn(
  { strings }: CourseData,
  { confidence }: KeptAnswer,
  whole: Omit<Interaction, 'body'>,
): readonly Interaction[] {
  if (!withRules || (confidence !== 1 && confidence !== 2 && confidence !== 3)) return [];
  const textOf = (key: string): string => strings[`quiz.confidence.${key}`] ?? '';
  const scale = levels.map((id) => ({ id, text: textOf(id) }));
  const body = { kind: 'likert', scale, chosen: confidence - 1 } as const;
  const prompt = `${whole.prompt} ${textOf('label')}`;
  return [{ ...whole, id: `${whole.id}_confidence`, prompt, result: 'neutral', weighting: 0, latency: null, body }];
}

const levels = ['guess', 'fairly', 'certain'] as const;
