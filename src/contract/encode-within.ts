import type { CourseData } from './course-data.ts';
import { withArranged } from './features.ts';
import type { AttemptState, LearnerState, QuizState } from './learner-state.ts';
import { handlerOf } from './questions/index.ts';
import { encodeState } from './state-codec.ts';

/** What was left out of a text: one response, or (question null) all that is kept of a quiz's current attempt. */
export interface DroppedState {
  readonly quiz: string;
  readonly question: string | null;
}

export interface FittedState {
  readonly text: string;
  /** In the order it was given up; empty in every course the compiler let through. */
  readonly dropped: readonly DroppedState[];
  /** False when even the results alone are longer than the limit. */
  readonly fits: boolean;
}

/**
 * The state in at most `limit` characters. When space runs short it gives up, as few as will do: texts of open questions;
 * other responses of submitted attempts; those of open attempts; then attempts under review; then attempts under way.
 * Among responses those of submitted attempts go first, and of like ones the longest.
 * Never attempts, best, passed, pages seen, what was reported.
 */
export function encodeWithin(state: LearnerState, course: CourseData, limit: number): FittedState {
  let cuts: readonly DroppedState[] = [];
  const attempt = (count: number): FittedState => {
    const dropped = cuts.slice(0, count);
    const text = encodeState(without(state, dropped), course);
    return { text, dropped, fits: text.length <= limit };
  };
  let best = attempt(0);
  // Without texts of the learner's own the worst case is known, and the compiler let it through.
  if (best.fits || !withArranged) return best;
  cuts = possibleCuts(state, course);
  best = attempt(cuts.length);
  // The fewest cuts that fit, by halving; `best` always holds a text that was measured.
  for (let low = 1, high = cuts.length - 1; best.fits && low <= high; ) {
    const middle = (low + high) >> 1;
    const tried = attempt(middle);
    if (tried.fits) {
      best = tried;
      high = middle - 1;
    } else low = middle + 1;
  }
  return best;
}

function possibleCuts(state: LearnerState, course: CourseData): DroppedState[] {
  const cuts = course.quizzes.flatMap((quiz) => {
    const current = state.quizzes.get(quiz.id)?.current;
    if (!current) return [];
    const stage = current.submitted ? 2 : 3;
    const responses = quiz.questions.flatMap((question) => {
      const response = current.answers.get(question.id)?.response ?? null;
      const handler = handlerOf(question);
      const bits = handler.toWire(question, response)?.length ?? 0;
      return bits > 0
        ? [{ stage: handler.dropsFirst ? stage - 2 : stage, bits, cut: { quiz: quiz.id, question: question.id } }]
        : [];
    });
    return [...responses, { stage: stage + 2, bits: 0, cut: { quiz: quiz.id, question: null } }];
  });
  return cuts.sort((a, b) => a.stage - b.stage || b.bits - a.bits).map((entry) => entry.cut);
}

function without(state: LearnerState, dropped: readonly DroppedState[]): LearnerState {
  const quizzes = new Map<string, QuizState>(state.quizzes);
  for (const { quiz, question } of dropped) {
    const entry = quizzes.get(quiz);
    if (entry)
      quizzes.set(quiz, { ...entry, current: question && entry.current ? blank(entry.current, question) : null });
  }
  return { ...state, quizzes };
}

function blank(attempt: AttemptState, question: string): AttemptState {
  const answers = new Map(attempt.answers);
  answers.set(question, { response: null, credit: answers.get(question)?.credit ?? null });
  return { ...attempt, answers };
}
