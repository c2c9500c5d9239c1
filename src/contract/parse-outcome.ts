import type { CourseOutcome, OutcomeMessage } from './course-outcome.ts';
import {
  type Guard,
  isFlag,
  isNumber,
  isOurs,
  isText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  shape,
} from './message-guards.ts';

const isHref: Guard<string> = (value): value is string => isText(value) && /^([\w.-]+\.html)?$/.test(value);
const link = { page: isText, title: isText, href: isHref };

const isOutcome = shape<CourseOutcome>({
  mode: oneOf('tracked', 'review', 'untracked'),
  status: oneOf('incomplete', 'failed', 'completed', 'passed'),
  isSaved: isFlag,
  earned: isFlag,
  earnedOn: orNull(isNumber),
  score: orNull(isNumber),
  pass: orNull(isNumber),
  done: isNumber,
  total: isNumber,
  place: orNull(shape(link)),
  pages: listOf(
    shape({
      ...link,
      state: oneOf('todo', 'done', 'again', 'failed', 'locked'),
      reason: isText,
      score: orNull(isNumber),
    }),
  ),
  missing: listOf(shape({ ...link, kind: oneOf('read', 'submit', 'pass', 'score') })),
  quizzes: listOf(
    shape({
      ...link,
      score: orNull(isNumber),
      pass: orNull(isNumber),
      passed: isFlag,
      canRetry: isFlag,
      isShown: isFlag,
    }),
  ),
  objectives: listOf(shape({ title: isText, score: orNull(isNumber) })),
  learner: isText,
});

const isMessage = shape<OutcomeMessage>({ kind: oneOf('outcome'), outcome: isOutcome, strings: recordOf(isText) });

/** What a special page received from the window around it; null for anything else than word of how the course stands. */
export function parseOutcome(value: unknown): OutcomeMessage | null {
  return isOurs(value) && isMessage(value) ? value : null;
}
