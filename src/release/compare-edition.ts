import type { CourseData, QuizData } from '../contract/course-data.ts';
import type { QuestionData } from '../contract/question-data.ts';
import { handlerOf } from '../contract/questions/index.ts';
import type { Quiz } from '../course/course.ts';
import { quizzesOf } from '../course/parse-course.ts';
import { report } from '../diagnostics/report.ts';
import type { RenderedCourse } from '../pages/rendered-course.ts';
import { answerKey } from './answer-key.ts';

/**
 * Reports, on the files of a translated course, where it is not the same course as its original: results of both must
 * mean the same. Texts may differ, ids, rules, questions and right answers may not.
 */
export function compareEdition(original: CourseData, { course, data }: RenderedCourse): void {
  const before = new Map(original.quizzes.map((quiz) => [quiz.id, quiz]));
  const now = new Map(data.quizzes.map((quiz) => [quiz.id, quiz]));
  for (const page of course.pages) {
    const sources = quizzesOf([page]);
    const lacking = original.quizzes.filter((quiz) => quiz.page === page.id && !now.has(quiz.id));
    // A quiz that is a page gives the page its id, so that its original is not found by the page.
    for (const quiz of lacking) {
      report(page.file, 'translation-differs', {
        reason: `The quiz \`${quiz.id}\` of the original is not here`,
        fix: `Copy it from the original, and keep its id \`${quiz.id}\``,
        at: { line: 1, column: 1 },
      });
    }
    for (const source of sources) {
      const quiz = now.get(source.id);
      const other = before.get(source.id);
      if (quiz === undefined) continue;
      if (other !== undefined) compareQuiz(other, quiz, source);
      else {
        report(source.file, 'translation-differs', {
          reason: `The quiz \`${source.id}\` is not in the original`,
          fix: 'Give it the id of its original, or add it there too',
          at: source.position?.start,
        });
      }
    }
  }
}

const settings = [
  'pass',
  'attempts',
  'counts',
  'cooldown',
  'draw',
  'penalty',
  'hintCost',
  'testsOut',
  'time',
  'feedback',
  'weight',
  'shuffle',
  'reveal',
] as const satisfies readonly (keyof QuizData)[];

function compareQuiz(before: QuizData, now: QuizData, source: Quiz): void {
  const note = (reason: string, fix: string, at = source.position): void => {
    report(source.file, 'translation-differs', { reason, fix, at: at?.start });
  };
  const changed = settings.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  if (changed.length > 0) {
    const named = changed.map((key) => `\`${key}\``).join(', ');
    note(`The quiz \`${now.id}\` has other rules than its original: ${named}`, 'Write the settings of the original');
  }
  const questions = new Map(now.questions.map((question) => [question.id, question]));
  const places = new Map(source.questions.map((question) => [question.id, question.position]));
  for (const question of before.questions) {
    const other = questions.get(question.id);
    if (other === undefined)
      note(`The quiz \`${now.id}\` lacks the question \`${question.id}\``, 'Copy it from the original, with its id');
    else if (keyOf(question) !== keyOf(other)) {
      note(
        `The question \`${question.id}\` is not as in the original: its type, its points, its options or its right answer`,
        'Copy it from the original and translate its texts only',
        places.get(question.id),
      );
    }
  }
  const known = new Set(before.questions.map((question) => question.id));
  for (const { id } of now.questions.filter((question) => !known.has(question.id)))
    note(`The question \`${id}\` is not in the original`, 'Remove it, or add it there too', places.get(id));
}

/** What must be the same in all languages; words that are typed or chosen in a text are another in each. */
function keyOf(question: QuestionData): string {
  const { type, points } = question;
  if (type === 'fill-in') return JSON.stringify([type, points]);
  if (type === 'blanks') return JSON.stringify([type, points, question.blanks.map((blank) => blank.kind)]);
  // Each language writes numbers with its own sign.
  const plain = type === 'numeric' ? { ...question, decimal: '.' as const } : question;
  return JSON.stringify([type, points, handlerOf(plain).shape(plain), answerKey(plain)]);
}
