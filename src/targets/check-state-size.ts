import { keyCollisions } from '../contract/key-collisions.ts';
import { type StateCost, stateCost } from '../contract/worst-case.ts';
import { report } from '../diagnostics/report.ts';
import type { RenderedCourse } from '../pages/rendered-course.ts';

/** How many of the dearest quizzes a message names. */
const named = 3;

/**
 * Reports a course whose state would not fit the characters an LMS keeps, in the worst case of answers, and ids that
 * saved state cannot tell apart: either would cost a learner answers.
 */
export function checkStateSize({ course, data }: RenderedCourse, characters: number): void {
  const cost = stateCost(data);
  if (cost.total > characters) {
    report(course.file, 'state-too-large', {
      reason: `Saved answers may take ${cost.total} characters, the LMS keeps ${characters}`,
      fix: `${data.pages.some(({ films }) => films) ? 'Ask fewer questions, ask for fewer films to be watched,' : 'Ask fewer questions'} or split the course${dearest(cost)}`,
      at: course.at([]).start,
    });
  }
  for (const { kind, quiz, ids } of keyCollisions(data)) {
    const place = quiz === null ? '' : ` in the quiz \`${quiz}\``;
    report(course.file, 'key-collision', {
      reason: `Saved state cannot tell the ${kind} ids \`${ids[0]}\` and \`${ids[1]}\`${place} apart`,
      fix: 'Change one of the two, the one that is not published yet',
      at: course.at([]).start,
    });
  }
}

function dearest(cost: StateCost): string {
  const quizzes = [...cost.quizzes].toSorted((a, b) => b[1] - a[1]).slice(0, named);
  const list = quizzes.map(([id, characters]) => `\`${id}\` (${Math.ceil(characters)})`).join(', ');
  if (quizzes.length === 0) return '';
  return quizzes.length === 1 ? `; the quiz ${list} takes most` : `; the quizzes that take most are ${list}`;
}
