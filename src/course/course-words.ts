import type { TrueFalseWords } from './questions/question-form.ts';

/** Learner words by key, flattened: `saved.now`, and `attempts.one` and `attempts.other` where a word has plural forms. */
export type Words = Readonly<Record<string, string>>;

/** The words a course speaks to its learners with. */
export interface SpokenWords {
  /** What they are in, BCP 47: the language asked for, or one near it, or English where there are none. */
  readonly language: string;
  /** Those that learners see, of another language, for want of a translation; without those that have none at all. */
  readonly missing: readonly string[];
  readonly words: Words;
}

/** Words of the course's language that the content itself refers to. */
export interface CourseWords extends TrueFalseWords {
  /** Title of an inline quiz that names none: "Check your understanding". */
  readonly quizTitle: string;
}

/** Picks them from the learner words of a language (`templates/strings`, flattened). */
export function courseWords(words: Words): CourseWords {
  return {
    true: (words['question.true'] ?? 'True').toLowerCase(),
    false: (words['question.false'] ?? 'False').toLowerCase(),
    quizTitle: words['quiz.title'] ?? '',
  };
}

/** Whether learners see it: the words of the trainer's sheet are no part of a package. */
export const isLearnerWord = (key: string): boolean => !key.startsWith('sheet.');

const pluralForm = /\.(?:zero|one|two|few|many|other)$/;

/** The key without its plural form: `attempts.one` → `attempts`. */
export const wordOf = (key: string): string => key.replace(pluralForm, '');
