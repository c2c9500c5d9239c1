import { findQuizzes } from './quiz/find-quizzes.ts';

declare global {
  /** Set by `quiz.js`, as far as a page loads it. */
  var buildScormQuizzes: typeof findQuizzes | undefined;
}

// Loaded with `defer`: it is there before the page's own script begins, and no reader waits for it.
globalThis.buildScormQuizzes = findQuizzes;
