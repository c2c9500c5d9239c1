import type { CourseData } from '../../../src/contract/course-data.ts';
import type { AttemptState, LearnerState, QuizState } from '../../../src/contract/learner-state.ts';
import type { QuestionData } from '../../../src/contract/question-data.ts';
import { decodeState, encodeState } from '../../../src/contract/state-codec.ts';
import { type Mutation, type Mutations, portWith } from './mutation.ts';

/** At each launch the runtime gets another state than the LMS keeps, and knows of no journal. */
const resumed = (change: (state: LearnerState, from: CourseData, to: CourseData) => LearnerState | null): Mutation => ({
  journal: (journal) => ({
    get available() {
      return journal.available;
    },
    read: () => null,
    write: journal.write,
  }),
  port: (port, { course, firstCourse }) =>
    portWith(port, {
      start: async () => {
        const start = await port.start();
        if (start === null) return null;
        const { state, problem } = decodeState(start.resume, firstCourse);
        if (problem !== null) return start;
        const changed = change(state, firstCourse, course);
        return { ...start, resume: changed === null ? '' : encodeState(changed, course) };
      },
    }),
});

const mapQuizzes = (
  state: LearnerState,
  change: (quiz: QuizState, id: string, index: number) => readonly [string, QuizState],
): LearnerState => ({
  ...state,
  quizzes: new Map([...state.quizzes].map(([id, quiz], index) => change(quiz, id, index))),
});

const mapAttempt = (quiz: QuizState, change: (attempt: AttemptState) => AttemptState): QuizState => ({
  ...quiz,
  current: quiz.current && change(quiz.current),
});

const questionsOf = (course: CourseData, quiz: string): readonly QuestionData[] =>
  course.quizzes.find(({ id }) => id === quiz)?.questions ?? [];

/** What the runtime does with the state. Named after what is missing. */
export const stateMutations = {
  'a new version starts afresh': resumed((state, from, to) => (from === to ? state : null)),
  'questions known by their place': resumed((state, from, to) =>
    mapQuizzes(state, (quiz, id) => [
      id,
      mapAttempt(quiz, (attempt) => ({
        ...attempt,
        answers: new Map(
          [...attempt.answers].map(([question, answer]) => {
            const place = questionsOf(from, id).findIndex((each) => each.id === question);
            return [questionsOf(to, id)[place]?.id ?? question, answer] as const;
          }),
        ),
      })),
    ]),
  ),
  'options known by their place': resumed((state, from, to) =>
    mapQuizzes(state, (quiz, id) => [
      id,
      mapAttempt(quiz, (attempt) => ({
        ...attempt,
        answers: new Map(
          [...attempt.answers].map(([question, answer]) => {
            const find = (course: CourseData) => questionsOf(course, id).find((each) => each.id === question);
            const [before, now] = [find(from), find(to)];
            if (before?.type !== 'single' || now?.type !== 'single' || answer.response?.type !== 'single')
              return [question, answer] as const;
            const chosen = answer.response.choice;
            const place = before.choices.findIndex((choice) => choice.id === chosen);
            const response = { type: 'single', choice: now.choices[place]?.id ?? chosen } as const;
            return [question, { ...answer, response }] as const;
          }),
        ),
      })),
    ]),
  ),
  'drawn anew at each launch': resumed((state) =>
    mapQuizzes(state, (quiz, id) => [
      id,
      mapAttempt(quiz, (attempt) => (attempt.seed === 0 ? attempt : { ...attempt, seed: (attempt.seed % 65_535) + 1 })),
    ]),
  ),
  'places rounded': resumed((state) => ({
    ...state,
    place: state.place && { ...state.place, fraction: Math.round(state.place.fraction * 10) / 10 },
  })),
  'nothing said of a state that is no use': {
    port: (port, { course }) =>
      portWith(port, {
        start: async () => {
          const start = await port.start();
          return start && decodeState(start.resume, course).problem !== null ? { ...start, resume: '' } : start;
        },
      }),
  },
  'a state that is no use is an error': {
    port: (port, { course }) =>
      portWith(port, {
        start: async () => {
          const start = await port.start();
          const problem = start && decodeState(start.resume, course).problem;
          if (problem !== null && problem !== 'empty') throw new Error(problem);
          return start;
        },
      }),
  },
  'no bound of the state': { course: (course) => ({ ...course, stateLimit: 64_000 }) },
  'a lower bound of the state': { course: (course) => ({ ...course, stateLimit: course.stateLimit - 2 }) },
} as const satisfies Mutations;
