import { report } from '../../diagnostics/report.ts';
import type { QuestionCommon } from './question-form.ts';

/** What every question has, of one without a score: no points, and a message if the author gave it some. */
export function unscored(common: QuestionCommon): QuestionCommon {
  if (common.points !== 1) {
    report(common.file, 'points-unused', {
      reason: `The question has ${common.points} points, but questions of this type have no score`,
      fix: 'Remove `points`',
      at: common.position,
    });
  }
  return { ...common, points: 0 };
}
