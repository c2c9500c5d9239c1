import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { checkFeedback } from './check-feedback.ts';
import { checkGates } from './check-gates.ts';
import { checkLabels } from './check-labels.ts';
import { checkObjectives } from './check-objectives.ts';
import { checkQuizRules } from './check-quiz-rules.ts';
import { type Course, isUnread } from './course.ts';
import { isScored, quizzesOf } from './parse-course.ts';

/** Reports what only the course as a whole can show: ids given twice, rules that name nothing, ends that cannot be reached. */
export function checkCourse(course: Course): void {
  const quizzes = quizzesOf(course.pages);
  // Two quiz pages with one id are two quizzes with one id, and that is told below.
  for (const [page, other, proposal] of duplicates(course.pages)) {
    if (page.kind === 'quiz' && other.kind === 'quiz') continue;
    const fix =
      page.idAt === undefined
        ? `Add \`id: ${proposal}\` to the front matter, or rename the file`
        : `Write another id, such as \`${proposal}\``;
    reportDuplicate(
      'pages',
      { ...page, position: page.idAt ?? firstCharacter },
      { ...other, position: other.idAt ?? firstCharacter },
      fix,
    );
  }
  for (const quiz of quizzes) quiz.questions.forEach(checkLabels);
  for (const quiz of quizzes) quiz.questions.forEach(checkFeedback);
  for (const [quiz, other, proposal] of duplicates(quizzes))
    reportDuplicate('quizzes', quiz, other, `Write another id, such as \`${proposal}\``);
  for (const quiz of quizzes) {
    for (const [question, other, proposal] of duplicates(quiz.questions))
      reportDuplicate('questions of this quiz', question, other, `Write another id, such as \`${proposal}\``);
  }
  // Where something could not be read, nobody knows what is missing.
  if (
    !isUnread(course.id) &&
    !course.pages.some((page) => isUnread(page.id)) &&
    !quizzes.some((quiz) => isUnread(quiz.id))
  ) {
    checkRules(course);
    checkEnd(course);
    checkQuizRules(course, quizzes);
    checkObjectives(course);
    checkGates(course);
  }
}

const firstCharacter: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

interface Named {
  readonly id: string;
  readonly file: VFile;
  readonly position?: Position;
}

/** Each thing whose id was used before, with the one that used it first and an id that nothing has. */
function duplicates<T extends { readonly id: string }>(things: readonly T[]): [T, T, string][] {
  const first = new Map<string, T>();
  const taken = new Set(things.map(({ id }) => id));
  return things.flatMap((thing): [T, T, string][] => {
    const other = first.get(thing.id);
    if (other === undefined) first.set(thing.id, thing);
    if (other === undefined || isUnread(thing.id) || thing.id === '') return [];
    let count = 2;
    while (taken.has(`${thing.id}-${count}`)) count += 1;
    const proposal = `${thing.id}-${count}`;
    taken.add(proposal);
    return [[thing, other, proposal]];
  });
}

function reportDuplicate(what: string, thing: Named, other: Named, fix: string): void {
  const line = other.position?.start.line;
  const where =
    other.file === thing.file
      ? line === undefined
        ? ''
        : `, the first in line ${line}`
      : `, the other in ${other.file.path}${line === undefined ? '' : `:${line}`}`;
  const at = thing.position ?? firstCharacter;
  report(thing.file, 'duplicate-id', {
    reason: `Two ${what} have the id \`${thing.id}\`${where}`,
    fix,
    at: { start: at.start, end: at.start },
  });
}

function checkRules(course: Course): void {
  const quizzes = quizzesOf(course.pages);
  const ids = quizzes.map((quiz) => quiz.id);
  for (const [index, id] of course.rules.mustPass.entries()) {
    if (ids.includes(id)) continue;
    const meant = didYouMean(id, ids);
    report(course.file, 'unknown-quiz', {
      reason: `\`passing: quizzes:\` names \`${id}\`, which is no quiz of this course`,
      fix: meant === null ? quizList(ids) : `Did you mean \`${meant}\`?`,
      at: course.at(['passing', 'quizzes', index]),
    });
  }
  const counted = quizzes.some((quiz) => quiz.weight > 0);
  const scored = quizzes.some((quiz) => quiz.weight > 0 && isScored(quiz));
  if (course.hasMark === true && !scored)
    report(course.file, 'setting-without-effect', {
      reason: '`passing: score` has no effect, no quiz of the course counts',
      fix: 'Remove it, or add a quiz that is scored, with a weight above 0',
      at: course.at(['passing', 'score']),
    });
  if (!scored && course.rules.report.startsWith('passed') && course.rules.mustPass.length === 0) {
    report(course.file, 'reporting-impossible', {
      reason: `\`report: ${course.rules.report}\` asks for a pass, but no quiz of the course counts`,
      fix: 'Write `report: completed-incomplete`, or add a quiz with a weight above 0',
      at: course.at(['report']),
    });
  }
  if (!counted && course.rules.completion === 'quizzes') {
    report(course.file, 'reporting-impossible', {
      reason: '`completion: quizzes` asks for quizzes, but no quiz of the course counts',
      fix: 'Write `completion: lessons`, or add a quiz with a weight above 0',
      at: course.at(['completion']),
    });
  }
}

/** Reports a course whose good end asks for nothing. */
function checkEnd({ rules, pages, file, at }: Course): void {
  const reads = rules.completion !== 'quizzes' && pages.some(({ kind }) => kind === 'lesson');
  const hasTests = quizzesOf(pages).some(({ id, weight }) => weight > 0 || rules.mustPass.includes(id));
  const tests = rules.completion !== 'lessons' && hasTests;
  const passes = rules.report !== 'completed-incomplete' && (rules.pass !== null || rules.mustPass.length > 0);
  // That `completion: quizzes` asks for none is told above.
  const isTold = rules.completion === 'quizzes' && !hasTests;
  if (reads || tests || passes || isTold || pages.length === 0) return;
  report(file, 'complete-at-once', {
    reason: 'The course is complete as soon as it is opened: it has no lesson to read, and asks for no quiz',
    fix: hasTests
      ? 'Write `completion: quizzes`, or add a lesson'
      : 'Give a quiz a weight above 0 (remove `weight: 0` or `graded: false`), or add a lesson',
    at: at(['completion']),
  });
}

function quizList(ids: readonly string[]): string {
  return ids.length === 0
    ? 'Remove the line: the course has no quiz'
    : `Quizzes of this course: ${ids.map((name) => `\`${name}\``).join(', ')}`;
}
