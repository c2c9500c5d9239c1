import { frameApp, type PageMessage, type PlayerMessage, type QuestionView, type QuizView } from './frame-messages.ts';
import type { LearnerResponse, ResponsePair } from './response.ts';

/**
 * The check of what arrives by `postMessage`, at both ends. A message that is not exactly of a known form is no
 * message. Whoever calls this has compared the source window before.
 */

type Guard<T> = (value: unknown) => value is T;
type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

/** More than any id, title or word of a course needs; a longer one is not ours. */
const longestText = 10_000;

const isText: Guard<string> = (value): value is string => typeof value === 'string' && value.length <= longestText;
const isFlag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';
const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
const isFraction: Guard<number> = (value): value is number => isNumber(value) && value >= 0 && value <= 1;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);
const oneOf =
  <T extends string>(...texts: readonly T[]): Guard<T> =>
  (value): value is T =>
    (texts as readonly unknown[]).includes(value);
const listOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longestText && value.every(guard);
const recordOf =
  <T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(guard);
const shape =
  <T>(fields: Fields<T>): Guard<T> =>
  (value): value is T =>
    isObject(value) &&
    (Object.entries(fields) as [string, Guard<unknown>][]).every(
      ([name, guard]) => Object.hasOwn(value, name) && guard(value[name]),
    );

const isPair: Guard<ResponsePair> = (value): value is ResponsePair =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

/** The form of a response; whether its choices exist is for the question to say (`questions/`). */
type ResponseGuards = { readonly [K in LearnerResponse['type']]: Fields<Extract<LearnerResponse, { type: K }>> };
const responses: ResponseGuards = {
  single: { type: oneOf('single'), choice: isText },
  multiple: { type: oneOf('multiple'), choices: listOf(isText) },
  'true-false': { type: oneOf('true-false'), value: isFlag },
  'fill-in': { type: oneOf('fill-in'), text: isText },
  numeric: { type: oneOf('numeric'), text: isText },
  blanks: { type: oneOf('blanks'), values: listOf(isText) },
  matching: { type: oneOf('matching'), pairs: listOf(isPair) },
  ordering: { type: oneOf('ordering'), order: listOf(isText) },
  hotspot: { type: oneOf('hotspot'), choices: listOf(isText) },
  likert: { type: oneOf('likert'), pairs: listOf(isPair) },
  open: { type: oneOf('open'), text: isText },
};
const isResponse: Guard<LearnerResponse> = (value): value is LearnerResponse =>
  isObject(value) && byKind(responses, value['type'], value);

const isQuestionView = shape<QuestionView>({
  id: isText,
  response: orNull(isResponse),
  order: listOf(isText),
  verdict: orNull(oneOf('right', 'wrong', 'partly', 'noted')),
  options: recordOf(shape({ correct: orNull(isFlag), feedback: orNull(isRichText), answer: orNull(isText) })),
  explanation: orNull(isRichText),
  hint: orNull(shape({ text: orNull(isRichText), cost: isNumber })),
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

/** Only its outermost form: the page drops every tag and attribute it does not know while drawing. */
function isRichText(value: unknown): value is never[] {
  return Array.isArray(value);
}

type KindGuards<T extends { kind: string }> = { readonly [K in T['kind']]: Fields<Extract<T, { kind: K }>> };

const pageMessages: KindGuards<PageMessage> = {
  ready: { kind: isText as Guard<'ready'>, page: isText },
  read: { kind: isText as Guard<'read'>, page: isText },
  place: { kind: isText as Guard<'place'>, page: isText, fraction: isFraction },
  go: { kind: isText as Guard<'go'>, page: isText, fragment: isText },
  step: { kind: isText as Guard<'step'>, to: oneOf('next', 'previous') },
  draft: { kind: isText as Guard<'draft'>, quiz: isText, question: isText, response: orNull(isResponse) },
  check: { kind: isText as Guard<'check'>, quiz: isText, question: isText, response: isResponse },
  submit: { kind: isText as Guard<'submit'>, quiz: isText },
  retry: { kind: isText as Guard<'retry'>, quiz: isText },
  hint: { kind: isText as Guard<'hint'>, quiz: isText, question: isText },
  begin: { kind: isText as Guard<'begin'>, quiz: isText },
  limit: { kind: isText as Guard<'limit'>, quiz: isText, limit: oneOf('extended', 'off') },
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
};

function isFocus(value: unknown): value is { at: 'result' } {
  return (
    isObject(value) &&
    (value['at'] === 'question' ? isText(value['question']) : oneOf('result', 'start', 'over', 'none')(value['at']))
  );
}

function byKind(table: Readonly<Record<string, unknown>>, kind: unknown, value: unknown): boolean {
  return typeof kind === 'string' && Object.hasOwn(table, kind) && shape(table[kind] as Fields<unknown>)(value);
}

const ours = (value: unknown): value is Record<string, unknown> => isObject(value) && value['app'] === frameApp;

/** What the player received from its frame; null for anything else than a message of the page. */
export function parsePageMessage(value: unknown): PageMessage | null {
  return ours(value) && byKind(pageMessages, value['kind'], value) ? (value as unknown as PageMessage) : null;
}

/** What the page received from the window around it; null for anything else than a message of the player. */
export function parsePlayerMessage(value: unknown): PlayerMessage | null {
  return ours(value) && byKind(playerMessages, value['kind'], value) ? (value as unknown as PlayerMessage) : null;
}

/** The message as it is posted, with the mark that tells it from strangers' messages. */
export function frameEnvelope<T extends PageMessage | PlayerMessage>(
  message: T,
): T & { readonly app: typeof frameApp } {
  return { ...message, app: frameApp };
}
