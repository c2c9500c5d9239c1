import type { PageMessage, PlayerMessage, QuestionView, QuizView } from './frame-messages.ts';
import type { Confidence } from './learner-state.ts';
import {
  byKind,
  type Fields,
  type Guard,
  isFlag,
  isFraction,
  isNumber,
  isObject,
  isOurs,
  isText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  shape,
} from './message-guards.ts';
import type { LearnerResponse, ResponsePair } from './response.ts';
import { shortcutKeys } from './shortcuts.ts';

/**
 * The check of what arrives by `postMessage`, at both ends. A message that is not exactly of a known form is no
 * message. Whoever calls this has compared the source window before.
 */

const isPair: Guard<ResponsePair> = (value): value is ResponsePair =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

/** The form of a response; whether its choices exist is for the question to say (`questions/`). */
type ResponseForms = {
  readonly [K in LearnerResponse['type']]: readonly [
    field: Exclude<keyof Extract<LearnerResponse, { type: K }>, 'type'>,
    guard: Guard<unknown>,
  ];
};
const isTexts = listOf(isText);
const isPairs = listOf(isPair);
const responses: ResponseForms = {
  single: ['choice', isText],
  multiple: ['choices', isTexts],
  'true-false': ['value', isFlag],
  'fill-in': ['text', isText],
  numeric: ['text', isText],
  blanks: ['values', isTexts],
  matching: ['pairs', isPairs],
  ordering: ['order', isTexts],
  hotspot: ['choices', isTexts],
  likert: ['pairs', isPairs],
  open: ['text', isText],
};
const isResponse: Guard<LearnerResponse> = (value): value is LearnerResponse => {
  if (!isObject(value) || !isText(value['type']) || !Object.hasOwn(responses, value['type'])) return false;
  const [field, guard] = responses[value['type'] as LearnerResponse['type']];
  return Object.hasOwn(value, field) && guard(value[field]);
};

const isQuestionView = shape<QuestionView>({
  id: isText,
  response: orNull(isResponse),
  order: listOf(isText),
  verdict: orNull(oneOf('right', 'wrong', 'partly', 'noted')),
  options: recordOf(shape({ correct: orNull(isFlag), feedback: orNull(isNumber), answer: orNull(isText) })),
  explanation: orNull(isNumber),
  hint: orNull(shape({ text: orNull(isNumber), cost: isNumber })),
  confidence: orNull(isConfidence),
});

const isQuizView = shape<QuizView>({
  id: isText,
  phase: oneOf('open', 'submitted'),
  feedback: oneOf('immediate', 'end', 'verdict', 'never'),
  readOnly: isFlag,
  attempt: isNumber,
  attemptsLeft: orNull(isNumber),
  counts: oneOf('best', 'last', 'first', 'average'),
  canRetry: isFlag,
  retryAt: orNull(isNumber),
  time: orNull(shape({ phase: oneOf('waiting', 'running'), left: orNull(isNumber), adjustable: isFlag })),
  questions: listOf(isQuestionView),
  result: orNull(
    shape({
      score: isNumber,
      best: isNumber,
      passed: orNull(isFlag),
      pass: orNull(isNumber),
      right: isNumber,
      of: isNumber,
    }),
  ),
});

function isConfidence(value: unknown): value is Confidence {
  return value === 1 || value === 2 || value === 3;
}

type KindGuards<T extends { kind: string }> = { readonly [K in T['kind']]: Fields<Extract<T, { kind: K }>> };

const pageMessages: KindGuards<PageMessage> = {
  ready: { kind: isText as Guard<'ready'>, page: isText },
  read: { kind: isText as Guard<'read'>, page: isText },
  place: { kind: isText as Guard<'place'>, page: isText, fraction: isFraction },
  go: { kind: isText as Guard<'go'>, page: isText, fragment: isText },
  key: { kind: isText as Guard<'key'>, key: oneOf(...shortcutKeys) },
  step: { kind: isText as Guard<'step'>, to: oneOf('next', 'previous') },
  draft: { kind: isText as Guard<'draft'>, quiz: isText, question: isText, response: orNull(isResponse) },
  check: { kind: isText as Guard<'check'>, quiz: isText, question: isText, response: isResponse },
  submit: { kind: isText as Guard<'submit'>, quiz: isText },
  retry: { kind: isText as Guard<'retry'>, quiz: isText },
  hint: { kind: isText as Guard<'hint'>, quiz: isText, question: isText },
  confidence: { kind: isText as Guard<'confidence'>, quiz: isText, question: isText, level: isConfidence },
  begin: { kind: isText as Guard<'begin'>, quiz: isText },
  exit: { kind: isText as Guard<'exit'> },
  limit: { kind: isText as Guard<'limit'>, quiz: isText, limit: oneOf('extended', 'off') },
  flushed: { kind: isText as Guard<'flushed'> },
};

const playerMessages: KindGuards<PlayerMessage> = {
  welcome: {
    kind: isText as Guard<'welcome'>,
    page: isText,
    quizzes: listOf(isQuizView),
    place: orNull(isFraction),
    fragment: isText,
    previous: orNull(isText),
    next: orNull(isText),
    strings: recordOf(isText),
  },
  quiz: { kind: isText as Guard<'quiz'>, quiz: isQuizView, focus: orNull(isFocus) },
  knock: { kind: isText as Guard<'knock'> },
  flush: { kind: isText as Guard<'flush'> },
};

function isFocus(value: unknown): value is { at: 'result' } {
  return (
    isObject(value) &&
    (value['at'] === 'question' ? isText(value['question']) : oneOf('result', 'start', 'over', 'none')(value['at']))
  );
}

/** What the player received from its frame; null for anything else than a message of the page. */
export function parsePageMessage(value: unknown): PageMessage | null {
  return isOurs(value) && byKind(pageMessages, value['kind'], value) ? (value as unknown as PageMessage) : null;
}

/** What the page received from the window around it; null for anything else than a message of the player. */
export function parsePlayerMessage(value: unknown): PlayerMessage | null {
  return isOurs(value) && byKind(playerMessages, value['kind'], value) ? (value as unknown as PlayerMessage) : null;
}
