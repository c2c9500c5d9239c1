import type { Counts, FeedbackMode } from './course-data.ts';
import type { Confidence } from './learner-state.ts';
import type { LearnerResponse } from './response.ts';
import type { TextRef } from './rich-text.ts';
import type { ShortcutKey } from './shortcuts.ts';

/**
 * The conversation between the player and the page in its frame, by `postMessage` (direct access between frames throws
 * on `file://`). Every message carries `app` so that strangers' messages are told apart; both sides check the source
 * window and parse the message before using it (`parse-frame-message.ts`).
 */
export const frameApp = 'build-scorm/1';

/** The message as it is posted, with the mark that tells it from strangers' messages. */
export function frameEnvelope<T extends { readonly kind: string }>(message: T): T & { readonly app: typeof frameApp } {
  return { ...message, app: frameApp };
}

/** Page → player. */
export type PageMessage =
  | { readonly kind: 'ready'; readonly page: string }
  /** The page's end came into view: the page counts as read. */
  | { readonly kind: 'read'; readonly page: string }
  | { readonly kind: 'place'; readonly page: string; readonly fraction: number }
  /** A link inside the course was followed. */
  | { readonly kind: 'go'; readonly page: string; readonly fragment: string }
  | { readonly kind: 'step'; readonly to: 'next' | 'previous' }
  /** A shortcut was pressed. */
  | { readonly kind: 'key'; readonly key: ShortcutKey }
  /** A control changed; kept so that leaving loses nothing, graded only on `check` or `submit`. */
  | {
      readonly kind: 'draft';
      readonly quiz: string;
      readonly question: string;
      readonly response: LearnerResponse | null;
    }
  /** `feedback: immediate`: grade this one question now. */
  | { readonly kind: 'check'; readonly quiz: string; readonly question: string; readonly response: LearnerResponse }
  /** Grade and finish the attempt; every question has been sent as a draft or check before. */
  | { readonly kind: 'submit'; readonly quiz: string }
  | { readonly kind: 'retry'; readonly quiz: string }
  /** Show this question's hint. */
  | { readonly kind: 'hint'; readonly quiz: string; readonly question: string }
  /** How sure the learner is of the answer. */
  | { readonly kind: 'confidence'; readonly quiz: string; readonly question: string; readonly level: Confidence }
  /** The time of a timed quiz shall start. */
  | { readonly kind: 'begin'; readonly quiz: string }
  | { readonly kind: 'exit' }
  /** More time, or none taken. */
  | { readonly kind: 'limit'; readonly quiz: string; readonly limit: 'extended' | 'off' }
  /** The answer to `flush`: whatever waited has been sent. */
  | { readonly kind: 'flushed' };

/** Player → page. What only special pages hear stands in `course-outcome.ts`. */
export type PlayerMessage =
  | {
      readonly kind: 'welcome';
      readonly page: string;
      readonly quizzes: readonly QuizView[];
      /** Where to scroll, 0…1; null is the top. */
      readonly place: number | null;
      readonly fragment: string;
      readonly previous: string | null;
      readonly next: string | null;
      readonly strings: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'quiz';
      readonly quiz: QuizView /** What moves focus: the checked question's feedback, the result, the first question. */;
      readonly focus: QuizFocus;
    }
  /** The page may have said `ready` before the player listened: it shall say so again. */
  | { readonly kind: 'knock' }
  /** An attempt or the visit is about to end: what the page has not sent, such as a word being typed, shall come now. */
  | { readonly kind: 'flush' };

export type QuizFocus =
  | { readonly at: 'question'; readonly question: string }
  | { readonly at: 'result' }
  | { readonly at: 'start' }
  /** To the result, since the time is over. */
  | { readonly at: 'over' }
  /** It stays where it is. */
  | { readonly at: 'none' }
  | null;

/** What a page may know of a quiz: never the key before it is revealed. */
export interface QuizView {
  readonly id: string;
  readonly phase: 'open' | 'submitted';
  readonly feedback: FeedbackMode;
  /** Nothing may be answered: review mode, or a second tab. */
  readonly readOnly: boolean;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly attemptsLeft: number | null;
  readonly counts: Counts;
  readonly canRetry: boolean;
  /** When another attempt may begin, milliseconds since 1970; null if it may now, or none may. */
  readonly retryAt: number | null;
  /** Null where no time runs. */
  readonly time: TimeView | null;
  /** In the order to show. */
  readonly questions: readonly QuestionView[];
  readonly result: ResultView | null;
}

export interface QuestionView {
  readonly id: string;
  readonly response: LearnerResponse | null;
  /** Choice ids in the order to show; empty where the page's own order stands. */
  readonly order: readonly string[];
  /** `noted`: taken in, with nothing to judge. */
  readonly verdict: 'right' | 'wrong' | 'partly' | 'noted' | null;
  /** By option id: those the learner's answer touches; when the right answers are revealed, all. */
  readonly options: Readonly<Record<string, OptionView>>;
  readonly explanation: TextRef | null;
  /** Null if there is none. */
  readonly hint: HintView | null;
  /** How sure the learner was; null where nothing was said. */
  readonly confidence: Confidence | null;
}

export interface HintView {
  /** Null until the learner asks for it. */
  readonly text: TextRef | null;
  /** Percent of the question's points. */
  readonly cost: number;
}

export interface TimeView {
  /** `waiting`: the attempt begins when the learner says so, and no question is shown before. */
  readonly phase: 'waiting' | 'running';
  /** Milliseconds; null where the learner has switched the limit off. */
  readonly left: number | null;
  /** Whether the limit may still be extended or switched off. */
  readonly adjustable: boolean;
}

export interface OptionView {
  readonly correct: boolean | null;
  /** What the author says to who chose it. */
  readonly feedback: TextRef | null;
  /** The right answer in words, where there are no options to mark; null until revealed. */
  readonly answer: string | null;
}

export interface ResultView {
  /** Hundredths of a percent. */
  readonly score: number;
  readonly best: number;
  readonly passed: boolean | null;
  readonly pass: number | null;
  /** Questions fully right, and questions that have a score: 0 in a survey. */
  readonly right: number;
  readonly of: number;
}
