import { compareDecimals, type Decimal, decimalText, parseDecimal } from '../decimal.ts';
import { fullCredit } from '../learner-state.ts';
import type { NumberRange, NumericQuestion } from '../question-data.ts';
import { numberLimit, readNumber } from '../read-number.ts';
import { bitsToText, textToBits, typedText } from '../typed-text.ts';
import { questionHandler } from './question-logic.ts';

/** One typed number. Wire: the text as typed, in UTF-8, so that an unfinished one is there again as well. */
export const numeric = questionHandler({
  type: 'numeric',
  parse: (_question, input) => {
    const text = typedText(input.text, numberLimit);
    return text === null ? null : { type: 'numeric', text };
  },
  isComplete: (question, response) => readNumber(response.text, question).problem === null,
  grade: (question, response) => (within(question.accepted, numberIn(question, response.text)) ? fullCredit : 0),
  givesPartial: () => false,
  toWire: (_question, response) => textToBits(response.text),
  fromWire: (_question, bits) => {
    const text = bitsToText(bits, numberLimit);
    return text === null ? null : { type: 'numeric', text };
  },
  shape: () => 'numeric',
  worstBits: () => numberLimit * 8,
  variesInLength: () => true,
  interaction: (question, response) => {
    const given = numberIn(question, response.text);
    return {
      kind: 'numeric',
      given: given === null ? null : decimalText(given),
      correct: question.accepted.map(({ least, most, exact }) => ({ least, most, exact: exact ?? null })),
    };
  },
  parts: (question, response) => {
    const given = response === null ? null : numberIn(question, response.text);
    const right = within(question.accepted, given);
    const feedback = (right ?? within(question.wrong, given))?.feedback;
    return [
      {
        id: 'answer',
        answered: response !== null,
        correct: right !== null,
        ...(feedback === undefined ? {} : { feedback }),
        ...(right === null ? { answer: question.shown } : {}),
      },
    ];
  },
  order: () => [],
});

function numberIn(question: NumericQuestion, text: string): Decimal | null {
  return readNumber(text, question).number;
}

function within(ranges: readonly NumberRange[], number: Decimal | null): NumberRange | null {
  if (number === null) return null;
  const isWithin = (range: NumberRange): boolean => {
    const [least, most] = [parseDecimal(range.least), parseDecimal(range.most)];
    if (least === null || most === null) return false;
    return compareDecimals(number, least) >= 0 && compareDecimals(number, most) <= 0;
  };
  return ranges.find(isWithin) ?? null;
}
