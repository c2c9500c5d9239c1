import { addDecimals, type Decimal, decimalText, multiplyDecimals, parseDecimal } from '../../contract/decimal.ts';
import type { NumberRange } from '../../contract/question-data.ts';
import { numberLimit } from '../../contract/read-number.ts';
import type { NumberAnswer, NumberKey } from '../../course/course.ts';
import { directionOf } from '../../course/direction-of.ts';
import { feedbackOf, type QuestionPages, type QuestionTools } from './question-pages.ts';

export const numeric: QuestionPages<'numeric'> = {
  styles: ['fields'],
  hint: () => '',
  options: () => [],
  view: ({ unit }, tools) => ({
    label: unit === '' ? tools.word('question.answer') : tools.word('question.answerIn', { unit }),
    unit,
    decimal: decimalSign(tools.language),
    limit: numberLimit,
  }),
  data: (question, tools) => ({
    type: 'numeric',
    accepted: question.accepted.map((answer) => numberRange(answer, tools)),
    wrong: question.wrong.map((answer) => numberRange(answer, tools)),
    unit: question.unit,
    decimal: decimalSign(tools.language),
    shown: shownAnswer(question.accepted[0]?.key, question.unit, tools),
  }),
};

function numberRange({ key, feedback }: NumberAnswer, tools: QuestionTools): NumberRange {
  const ends = { ...feedbackOf(feedback, tools) };
  if (key.kind === 'range') return { least: plain(key.least), most: plain(key.most), ...ends };
  const exact = decimalOf(key.value);
  const tolerance = toleranceOf(key.tolerance, exact);
  return {
    least: decimalText(addDecimals(exact, { ...tolerance, digits: -tolerance.digits })),
    most: decimalText(addDecimals(exact, tolerance)),
    exact: decimalText(exact),
    ...ends,
  };
}

/** `5%` is a share of the number itself. */
function toleranceOf(text: string | null, exact: Decimal): Decimal {
  if (text === null) return { digits: 0n, exponent: 0 };
  if (!text.endsWith('%')) return decimalOf(text);
  const share = decimalOf(text.slice(0, -1));
  const size = { ...exact, digits: exact.digits < 0n ? -exact.digits : exact.digits };
  return multiplyDecimals(size, { ...share, exponent: share.exponent - 2 });
}

/** Authored numbers have been read once already: one that cannot be is our bug. */
function decimalOf(text: string): Decimal {
  const number = parseDecimal(text);
  if (number === null) throw new Error(`"${text}" is no decimal number.`);
  return number;
}

const plain = (text: string): string => decimalText(decimalOf(text));

/** By the language alone, so that every machine builds the same; languages with a sign of their own take the point. */
function decimalSign(language: string): '.' | ',' {
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

function shownAnswer(key: NumberKey | undefined, unit: string, tools: QuestionTools): string {
  if (key === undefined) return '';
  // Isolated among words from right to left, where a minus would change sides.
  const [open, close] = directionOf(tools.language) === 'rtl' ? ['\u2066', '\u2069'] : ['', ''];
  const local = (text: string): string =>
    `${open}${plain(text).replace('.', decimalSign(tools.language)).replace('-', '\u2212')}${close}`;
  const number =
    key.kind === 'value'
      ? local(key.value)
      : tools.word('question.range', { least: local(key.least), most: local(key.most) });
  return unit === '' ? number : `${number}\u00a0${unit}`;
}
