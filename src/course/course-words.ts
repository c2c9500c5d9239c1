import type { TrueFalseWords } from './questions/question-form.ts';

/** Words of the course's language that the content itself refers to. */
export interface CourseWords extends TrueFalseWords {
  /** Title of an inline quiz that names none: "Check your understanding". */
  readonly quizTitle: string;
}

/** Picks them from the learner words of a language (`templates/strings`, flattened). */
export function courseWords(words: Readonly<Record<string, string>>): CourseWords {
  return {
    true: (words['question.true'] ?? 'True').toLowerCase(),
    false: (words['question.false'] ?? 'False').toLowerCase(),
    quizTitle: words['quiz.title'] ?? '',
  };
}
