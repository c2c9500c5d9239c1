import type { CourseData, QuizData } from '../contract/course-data.ts';
import type { QuestionData } from '../contract/question-data.ts';
import { handlerOf } from '../contract/questions/index.ts';
import type { Course, Quiz } from '../course/course.ts';
import { quizzesOf } from '../course/parse-course.ts';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { RenderedCourse } from '../pages/rendered-course.ts';
import { answerKey } from './answer-key.ts';
import { compareGates, compareObjectives, compareQuizRules } from './compare-rules.ts';
import { quoted } from './quoted.ts';

/**
 * Reports, on the course's files, what a release changes for learners who have begun the one before. See the rules in
 * `diagnostics/rules/release.ts`; docs/republishing.md says what each means.
 *
 * @param force the course is meant to have another id: that is only a warning then
 */
export function compareRelease(before: CourseData, { course, data }: RenderedCourse, force: boolean): void {
  if (before.id !== data.id) {
    const message = report(course.file, 'release-course-id', {
      reason: `The course id is \`${data.id}\`, in the release before it is \`${before.id}\`: all learners would begin anew`,
      fix: `Write \`id: ${before.id}\`, or build with \`--force\` if it is meant to be another course`,
      at: course.at(['id']),
    });
    if (force) message.fatal = false;
    return;
  }
  if (before.version === data.version && before.build !== data.build) {
    report(course.file, 'release-version', {
      reason: `The release before has the version ${before.version} too, and other content`,
      fix: 'Raise `version`',
      at: course.at(['version']),
    });
  }
  comparePages(before, data, course);
  compareRules(before, data, course);
  compareGates(before, data, course);
  compareObjectives(before, data, course);
  const authored = new Map(quizzesOf(course.pages).map((quiz) => [quiz.id, quiz]));
  for (const quiz of before.quizzes) {
    const now = data.quizzes.find((other) => other.id === quiz.id);
    const source = authored.get(quiz.id);
    if (now === undefined || source === undefined) {
      report(course.file, 'release-quiz-removed', {
        reason: `The quiz \`${quiz.id}\` ("${quiz.title}") is gone: attempts at it are dropped`,
        fix: `If it was only renamed, give it the id \`${quiz.id}\` again`,
        at: course.at([]).start,
      });
    } else compareQuiz(quiz, now, source);
  }
}

function comparePages(before: CourseData, now: CourseData, course: Course): void {
  const ids = new Set(now.pages.map((page) => page.id));
  for (const page of before.pages) {
    // A quiz page is its quiz, and that is told by itself.
    if (ids.has(page.id) || page.kind === 'quiz') continue;
    report(course.file, 'release-page-removed', {
      reason: `The lesson \`${page.id}\` ("${page.title}") is gone`,
      fix: `If it was only renamed, write \`id: ${page.id}\` into its front matter`,
      at: course.at([]).start,
    });
  }
}

function compareRules({ rules: before }: CourseData, { rules: now }: CourseData, course: Course): void {
  const note = (what: string, from: string, to: string, path: readonly string[]): void => {
    if (from === to) return;
    report(course.file, 'release-pass-mark', {
      reason: `${what} was ${from}, now ${to}`,
      fix: 'Tell the trainer; nobody loses a status they have',
      at: course.at(path),
    });
  };
  note('The score that passes the course', percent(before.pass), percent(now.pass), ['passing', 'score']);
  note('The list of quizzes that must be passed', quoted(before.mustPass), quoted(now.mustPass), [
    'passing',
    'quizzes',
  ]);
  note('`report`', quoted([before.report]), quoted([now.report]), ['report']);
  note('`completion`', quoted([before.completion]), quoted([now.completion]), ['completion']);
}

function compareQuiz(before: QuizData, now: QuizData, source: Quiz): void {
  const note = (rule: RuleId, reason: string, fix: string, at = source.position): void => {
    report(source.file, rule, { reason, fix, at: at === undefined ? undefined : { start: at.start, end: at.start } });
  };
  if (before.pass !== now.pass) {
    note(
      'release-pass-mark',
      `The quiz \`${now.id}\` was passed with ${percent(before.pass)}, now with ${percent(now.pass)}`,
      'Tell the trainer; nobody loses a status they have',
    );
  }
  if (now.attempts !== 0 && (before.attempts === 0 || before.attempts > now.attempts)) {
    const earlier = before.attempts === 0 ? 'any number of' : String(before.attempts);
    note(
      'release-attempts',
      `The quiz \`${now.id}\` allowed ${earlier} attempts, now ${now.attempts}`,
      'Keep the number, or tell the trainer who may have used them up',
    );
  }
  compareQuizRules(before, now, source);
  const questions = new Map(now.questions.map((question) => [question.id, question]));
  const places = new Map(source.questions.map((question) => [question.id, question.position]));
  for (const question of before.questions) {
    const other = questions.get(question.id);
    if (other === undefined) {
      note(
        'release-question-removed',
        `The question \`${question.id}\` is gone from the quiz \`${now.id}\``,
        `If it was only reworded, give it the id \`${question.id}\` again`,
      );
      continue;
    }
    const [rule, reason] = change(question, other) ?? [];
    if (rule !== undefined && reason !== undefined) note(rule, reason, fixes[rule], places.get(question.id));
  }
  const earlier = new Set(before.questions.map((question) => question.id));
  for (const question of now.questions.filter((other) => !earlier.has(other.id))) {
    note(
      'release-question-added',
      `The question \`${question.id}\` is new in the quiz \`${now.id}\``,
      'Nothing to do: who is in the middle of an attempt meets it unanswered',
      places.get(question.id),
    );
  }
}

const fixes = {
  'release-answers-changed': 'Give reworded options their old ids, or accept that open answers are asked again',
  'release-answer-key': 'If the old key was wrong, tell the trainer who may have lost points by it',
} as const;

/** What has become of a question that was there before; null if nothing that matters to an answer. */
function change(before: QuestionData, now: QuestionData): readonly [keyof typeof fixes, string] | null {
  if (before.type !== now.type)
    return ['release-answers-changed', `The question \`${now.id}\` was of the type ${before.type}, now ${now.type}`];
  if (handlerOf(before).shape(before) !== handlerOf(now).shape(now))
    return ['release-answers-changed', `What the question \`${now.id}\` offers has changed`];
  return answerKey(before) === answerKey(now)
    ? null
    : ['release-answer-key', `The right answer of the question \`${now.id}\`, or its credit, has changed`];
}

const percent = (mark: number | null): string => (mark === null ? 'no mark' : `${mark} %`);
