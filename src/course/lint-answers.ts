import type { RootContent } from 'mdast';
import { report } from '../diagnostics/report.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import type { Choice, MultipleResponse, Quiz, SingleChoice } from './course.ts';

/**
 * With as many single-choice questions of three options or more a pattern is no accident: by chance the right option
 * stands in one place in all of five such questions once in 81 quizzes, and is the longest in all of them once in 243.
 */
const enough = 5;
const fewestOptions = 3;

/** Reports what lets learners guess the right options of a quiz, and wrong choices that nobody explains. */
export function lintAnswers(quiz: Quiz): void {
  const single = quiz.questions.filter(
    (question): question is SingleChoice => question.type === 'single' && question.choices.length >= fewestOptions,
  );
  if (single.length >= enough) {
    lintPlace(quiz, single);
    lintLength(quiz, single);
  }
  lintFeedback(quiz);
}

function lintPlace(quiz: Quiz, single: readonly SingleChoice[]): void {
  if (quiz.shuffle.choices) return;
  const places = new Set(single.map(({ choices }) => choices.findIndex((choice) => choice.correct)));
  const [place = 0] = places;
  if (places.size > 1) return;
  report(quiz.file, 'right-answer-place', {
    reason: `The right answer of all ${single.length} single-choice questions is option ${place + 1}`,
    fix: 'Write `shuffle: choices`, in braces `shuffle=choices`, or move some right options',
    at: quiz.position,
  });
}

function lintLength(quiz: Quiz, single: readonly SingleChoice[]): void {
  const length = (choice: Choice): number => toPlainText(choice.text).length;
  const isLongest = ({ choices }: SingleChoice): boolean =>
    choices.every(
      (choice) => choice.correct || choices.some((right) => right.correct && length(right) > length(choice)),
    );
  if (!single.every(isLongest)) return;
  report(quiz.file, 'right-answer-length', {
    reason: `The right answer of all ${single.length} single-choice questions is the longest option`,
    fix: 'Shorten some right options, or say as much in wrong ones; what is long belongs into the explanation',
    at: quiz.position,
  });
}

/**
 * Only where the author explains two thirds or more: a quiz without any feedback is a decision. What explains a question explains its
 * choices.
 */
function lintFeedback(quiz: Quiz): void {
  if (quiz.feedback === 'never' || quiz.feedback === 'verdict') return;
  const asked = quiz.questions.filter(
    (question): question is SingleChoice | MultipleResponse =>
      question.type === 'single' || question.type === 'multiple',
  );
  const wrong = asked.flatMap((question) =>
    question.choices.filter((choice) => !choice.correct).map((choice) => ({ question, choice })),
  );
  const bare = wrong.filter(({ question, choice }) => isEmpty(choice.feedback) && isEmpty(question.explanation));
  if (bare.length === 0 || bare.length * 3 > wrong.length) return;
  for (const { question, choice } of bare) {
    report(question.file, 'feedback-missing', {
      reason: `Who chooses "${toPlainText(choice.text)}" is not told why it is wrong, as others of this quiz are`,
      fix: 'Write feedback for the option, or an explanation for the question',
      at: choice.position ?? question.position,
    });
  }
}

const isEmpty = (nodes: readonly RootContent[]): boolean => nodes.length === 0;
