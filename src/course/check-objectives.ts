import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import type { Course, CourseObjective, Quiz } from './course.ts';
import { objectiveShares } from './objectives.ts';
import { quizzesOf } from './parse-course.ts';

/** Reports objectives that nothing measures, and those that cannot be told apart. */
export function checkObjectives(course: Course): void {
  const { objectives = [] } = course;
  for (const [index, objective] of objectives.entries()) {
    const { id, by } = objective;
    if (objectives.findIndex((other) => other.id === id) < index) {
      report(course.file, 'duplicate-id', {
        reason: `Two objectives have the id \`${id}\``,
        fix: `Write another id, such as \`${id}-2\``,
        at: course.at(['objectives', index, 'id']),
      });
      continue;
    }
    const [reason, fix] = unmeasured(course, objective) ?? [];
    if (reason === undefined || fix === undefined) continue;
    const at = course.at(['objectives', index, 'tag' in by ? 'tag' : 'module']);
    report(course.file, 'objective-unmeasured', { reason, fix, at: { start: at.start, end: at.start } });
  }
}

/** Why an objective never gets a score, and what to write; null if it gets one. */
function unmeasured(course: Course, objective: CourseObjective): readonly [reason: string, fix: string] | null {
  const { by, id } = objective;
  const quizzes = quizzesOf(course.pages);
  const shares = objectiveShares(course, objective);
  const isMeasured = ({ id: quiz, questions }: Quiz): boolean =>
    shares.some(
      (share) =>
        share.quiz === quiz &&
        questions.some((question) => question.points > 0 && (share.questions?.includes(question.id) ?? true)),
    );
  if (quizzes.some(isMeasured)) return null;
  const never = `The objective \`${id}\` never gets a score`;
  if (shares.length > 0)
    return [`${never}: none of its questions is scored`, 'Add a question that is scored, or remove the objective'];
  if ('module' in by) {
    const titles = course.sections.map(({ title }) => title).filter((title) => title !== '');
    if (titles.includes(by.module))
      return [
        `${never}: no quiz of the module \`${by.module}\` counts`,
        'Put a quiz that counts into the module, or remove the objective',
      ];
    return [
      `The objective \`${id}\` names the module \`${by.module}\`, which is not there`,
      suggestion(by.module, titles, 'Write the title of a module under `modules`'),
    ];
  }
  const tags = [...new Set(quizzes.flatMap((quiz) => quiz.questions.flatMap((question) => question.tags ?? [])))];
  if (tags.includes(by.tag))
    return [
      `${never}: the questions tagged \`${by.tag}\` stand in quizzes that do not count`,
      'Give one of those quizzes a `weight` above 0, or remove the objective',
    ];
  return [
    `${never}: no question is tagged \`${by.tag}\``,
    suggestion(by.tag, tags, `Write \`tags: [${by.tag}]\` at questions, in braces \`tags=${by.tag}\``),
  ];
}

function suggestion(name: string, known: readonly string[], otherwise: string): string {
  const meant = didYouMean(name, known);
  return meant === null ? otherwise : `Did you mean \`${meant}\`?`;
}
