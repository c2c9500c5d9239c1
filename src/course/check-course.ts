import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import type { Course } from './course.ts';
import { quizzesOf } from './parse-course.ts';

/** Reports what only the course as a whole can show: ids given twice, rules that name nothing, ends that cannot be reached. */
export function checkCourse(course: Course): void {
  const quizzes = quizzesOf(course.pages);
  unique(course.pages.map((page) => ({ id: page.id, file: page.file, at: undefined })), 'pages', (id) => `Add \`id: ${id}-2\` to the front matter of one of them`);
  unique(
    quizzes.map((quiz) => ({ id: quiz.id, file: quiz.file, at: quiz.position })),
    'quizzes',
    (id) => `Write another id, such as \`${id}-2\``,
  );
  for (const quiz of quizzes) {
    unique(quiz.questions.map((question) => ({ id: question.id, file: question.file, at: question.position })), 'questions of this quiz', (id) => `Write another id, such as \`${id}-2\``);
  }
  checkRules(course);
}

interface Named {
  readonly id: string;
  readonly file: VFile;
  readonly at: Position | undefined;
}

function unique(things: readonly Named[], what: string, fix: (id: string) => string): void {
  const first = new Map<string, Named>();
  for (const thing of things) {
    const other = first.get(thing.id);
    if (other === undefined) {
      first.set(thing.id, thing);
      continue;
    }
    const where = other.file === thing.file ? (other.at === undefined ? '' : ` (line ${other.at.start.line})`) : ` (also in ${other.file.path})`;
    report(thing.file, 'duplicate-id', { reason: `Two ${what} have the id \`${thing.id}\`${where}`, fix: fix(thing.id), at: start(thing.at) ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } });
  }
}

const start = (position: Position | undefined): Position | undefined => (position === undefined ? undefined : { start: position.start, end: position.start });

function checkRules(course: Course): void {
  const quizzes = quizzesOf(course.pages);
  const ids = quizzes.map((quiz) => quiz.id);
  for (const id of course.rules.mustPass) {
    if (ids.includes(id)) continue;
    const meant = didYouMean(id, ids);
    report(course.file, 'unknown-quiz', {
      reason: `\`passing: quizzes:\` names \`${id}\`, which is no quiz of this course`,
      fix: meant === null ? `Quizzes of this course: ${ids.map((name) => `\`${name}\``).join(', ') || 'none'}` : `Did you mean \`${meant}\`?`,
      at: { line: 1, column: 1 },
    });
  }
  const counted = quizzes.some((quiz) => quiz.weight > 0);
  if (!counted && course.rules.report.startsWith('passed') && course.rules.mustPass.length === 0) {
    report(course.file, 'reporting-impossible', {
      reason: `\`report: ${course.rules.report}\` asks for a pass, but no quiz of the course counts`,
      fix: 'Write `report: completed-incomplete`, or add a quiz with a weight above 0',
      at: { line: 1, column: 1 },
    });
  }
  if (!counted && course.rules.completion === 'quizzes') {
    report(course.file, 'reporting-impossible', { reason: '`completion: quizzes` in a course without a quiz that counts', fix: 'Write `completion: lessons`', at: { line: 1, column: 1 } });
  }
}
