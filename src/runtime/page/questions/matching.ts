import type { MatchingResponse } from '../../../contract/response.ts';
import { controlsIn, isGiven, type QuestionControl } from './question-control.ts';

export const matching: QuestionControl<'matching'> = {
  read: (fieldset) => {
    const pairs = rowsIn(fieldset).flatMap(([id, select]): MatchingResponse['pairs'][number][] =>
      select.value === '' ? [] : [[id, select.value]],
    );
    return pairs.length === 0 ? null : { type: 'matching', pairs };
  },
  write: (fieldset, response) => {
    const chosen = new Map(response?.pairs);
    for (const [id, select] of rowsIn(fieldset)) select.value = chosen.get(id) ?? '';
  },
  missing: 'quiz.errors.missingMatch',
  complaint: (fieldset) => (controlsIn(fieldset).every(isGiven) ? null : { word: 'quiz.errors.missingMatch' }),
};

function rowsIn(fieldset: HTMLElement): readonly (readonly [item: string, select: HTMLSelectElement])[] {
  return [...fieldset.querySelectorAll<HTMLElement>('[data-option]')].flatMap((row) => {
    const select = row.querySelector('select');
    return select ? [[row.dataset['option'] ?? '', select] as const] : [];
  });
}
