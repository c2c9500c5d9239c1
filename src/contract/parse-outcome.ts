import type { OutcomeMessage } from './course-outcome.ts';
import { isNumber, isOurs, isText, listOf, oneOf, orNull, recordOf, shape } from './message-guards.ts';

const isMessage = shape<OutcomeMessage>({
  kind: oneOf('outcome'),
  outcome: shape({
    mode: oneOf('tracked', 'review', 'untracked'),
    status: oneOf('incomplete', 'failed', 'completed', 'passed'),
    score: orNull(isNumber),
    pass: orNull(isNumber),
    done: isNumber,
    total: isNumber,
    place: orNull(shape({ page: isText, title: isText })),
    pages: listOf(
      shape({
        page: isText,
        title: isText,
        state: oneOf('todo', 'done', 'locked'),
        reason: isText,
        score: orNull(isNumber),
      }),
    ),
  }),
  strings: recordOf(isText),
});

/** What a special page received from the window around it; null for anything else than word of how the course stands. */
export function parseOutcome(value: unknown): OutcomeMessage | null {
  return isOurs(value) && isMessage(value) ? value : null;
}
