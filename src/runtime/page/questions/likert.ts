import type { LikertResponse } from '../../../contract/response.ts';
import { chooseIn, chosenIn, type QuestionControl } from './question-control.ts';

export const likert: QuestionControl<'likert'> = {
  read: (fieldset) => {
    const pairs = rowsIn(fieldset).flatMap((row): LikertResponse['pairs'][number][] =>
      chosenIn(row).map((step) => [row.dataset['statement'] ?? '', step]),
    );
    return pairs.length === 0 ? null : { type: 'likert', pairs };
  },
  write: (fieldset, response) => {
    const chosen = new Map(response?.pairs);
    for (const row of rowsIn(fieldset)) chooseIn(row, [chosen.get(row.dataset['statement'] ?? '') ?? '']);
  },
  missing: 'quiz.errors.missingLikert',
  complaint: (fieldset, { pairs }) =>
    pairs.length < rowsIn(fieldset).length ? { word: 'quiz.errors.missingLikert' } : null,
};

const rowsIn = (fieldset: HTMLElement): readonly HTMLElement[] => [
  ...fieldset.querySelectorAll<HTMLElement>('[data-statement]'),
];
