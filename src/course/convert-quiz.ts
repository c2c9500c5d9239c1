import { VFile } from 'vfile';
import { countMessages } from '../diagnostics/format-messages.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Quiz } from './course.ts';
import type { CourseWords } from './course-words.ts';
import { takeQuizzes } from './parse-inline-quiz.ts';
import { parseQuizFile } from './parse-quiz-file.ts';
import { quizToMarkdown } from './quiz-to-markdown.ts';
import { quizToYaml } from './quiz-to-yaml.ts';
import { questionDifferences, quizDifferences } from './same-quiz.ts';

/**
 * A quiz in the other of its two forms. The result is read again and compared with the quiz, so that nothing is ever
 * lost in silence: what the other form cannot hold is an error on the quiz's file.
 *
 * @returns null if it cannot be converted as it is
 */
export function convertQuiz(quiz: Quiz, to: 'yaml' | 'markdown', words: CourseWords): string | null {
  return to === 'yaml' ? checked(quizToYaml(quiz), quiz, readYamlQuiz) : toInline(quiz, words);
}

type Reader = (text: string) => { readonly quiz: Quiz | null; readonly file: VFile };

function toInline(quiz: Quiz, words: CourseWords): string | null {
  const read = inlineReader(words);
  // Most questions show their type by their options; only the others name it.
  const bare = read(quizToMarkdown(quiz, new Set()).text).quiz;
  const types = new Map(bare?.questions.map((question) => [question.id, question.type]));
  const typed = quiz.questions.filter((question) => types.get(question.id) !== question.type);
  const { text, left } = quizToMarkdown(quiz, new Set(typed.map((question) => question.id)));
  for (const question of left)
    refuse(quiz, question.position, `The question \`${question.id}\` cannot stand in a lesson`);
  return left.length > 0 ? null : checked(text, quiz, read);
}

function checked(text: string, quiz: Quiz, read: Reader): string | null {
  const again = read(text);
  if (again.quiz === null) {
    refuse(quiz, quiz.position, 'The quiz cannot be written in the other form');
    return null;
  }
  const changed = quizDifferences(quiz, again.quiz);
  for (const key of changed) refuse(quiz, quiz.position, `The ${key} of the quiz would change in the other form`);
  const back = new Map(again.quiz.questions.map((question) => [question.id, question]));
  let fine = changed.length === 0 && quiz.questions.length === again.quiz.questions.length;
  for (const question of quiz.questions) {
    const other = back.get(question.id);
    const parts = other === undefined ? ['whole'] : questionDifferences(question, other);
    if (parts.length === 0) continue;
    fine = false;
    refuse(
      quiz,
      question.position,
      `The ${parts.join(' and the ')} of the question \`${question.id}\` would change in the other form`,
    );
  }
  if (!fine && countMessages([quiz.file]).errors === 0)
    refuse(quiz, quiz.position, 'The quiz cannot be written in the other form');
  return fine ? text : null;
}

function refuse(quiz: Quiz, at: Quiz['position'], reason: string): void {
  report(quiz.file, 'not-convertible', {
    reason,
    fix: 'Leave it in the form it has, or write it with simpler markdown',
    at,
  });
}

const readYamlQuiz: Reader = (text) => {
  const file = new VFile({ path: 'converted.quiz.yml', value: text });
  const quiz = parseQuizFile(file);
  return { quiz: countMessages([file]).errors > 0 ? null : quiz, file };
};

const inlineReader =
  (words: CourseWords): Reader =>
  (text) => {
    const file = new VFile({ path: 'converted.md', value: text });
    return { quiz: takeQuizzes(parseMarkdown(file), file, words.quizTitle, words).quizzes[0] ?? null, file };
  };
