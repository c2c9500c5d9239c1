import { fullCredit } from '../learner-state.ts';
import { foldText } from '../match-text.ts';
import type { BlankData, BlanksQuestion } from '../question-data.ts';
import { bitsToText, textToBits, typedText } from '../typed-text.ts';
import { bitsFor } from './bits.ts';
import { questionHandler } from './question-logic.ts';

/** Ends a typed text in the wire; no canonical text has it. */
const end = '00000000';

/**
 * Prose with gaps. Wire, blank after blank: a typed text as its bytes in UTF-8 and a zero byte; a menu as 0 for nothing
 * or 1 and up among its texts in the order of their UTF-16 units, most significant bit first.
 */
export const blanks = questionHandler({
  type: 'blanks',
  parse: (question, input) => {
    const given: unknown = input.values;
    if (!Array.isArray(given) || given.length !== question.blanks.length) return null;
    const values = question.blanks.map((blank, index) => givenIn(blank, given[index]));
    return values.every((value) => value === '') ? null : { type: 'blanks', values };
  },
  isComplete: (_question, response) => response.values.every((value) => value !== ''),
  /**
   * `per-blank`: the share of right blanks, rounded down to 1/2520. `all-or-nothing`: full credit only if all are right.
   */
  grade: (question, response) => {
    const right = question.blanks.filter((blank, index) =>
      isRight(question, blank, response.values[index] ?? ''),
    ).length;
    if (right === question.blanks.length) return fullCredit;
    return question.credit === 'all-or-nothing' ? 0 : Math.floor((right * fullCredit) / question.blanks.length);
  },
  givesPartial: (question) => question.credit === 'per-blank' && question.blanks.length > 1,
  toWire: (question, response) =>
    question.blanks
      .map((blank, index) => {
        const value = response.values[index] ?? '';
        if (blank.kind === 'text') return textToBits(value) + end;
        return (sortedTexts(blank).indexOf(value) + 1).toString(2).padStart(menuWidth(blank), '0');
      })
      .join(''),
  fromWire: (question, bits) => {
    const values: string[] = [];
    let at = 0;
    for (const blank of question.blanks) {
      const taken = blank.kind === 'text' ? textAt(bits, at, blank.limit) : optionAt(bits, at, blank);
      if (taken === null) return null;
      values.push(taken.value);
      at = taken.end;
    }
    const isOurs = at === bits.length && values.some((value) => value !== '');
    return isOurs ? { type: 'blanks', values } : null;
  },
  shape: (question) =>
    [
      'blanks',
      ...question.blanks.map((blank) => (blank.kind === 'text' ? 'text' : JSON.stringify(sortedTexts(blank)))),
    ].join('\n'),
  worstBits: (question) =>
    question.blanks.reduce(
      (sum, blank) => sum + (blank.kind === 'text' ? blank.limit * 8 + end.length : menuWidth(blank)),
      0,
    ),
  variesInLength: (question) => question.blanks.some((blank) => blank.kind === 'text'),
  interaction: (question, response) => ({
    kind: 'blanks',
    given: response.values,
    correct: question.blanks.map(rightTexts),
  }),
  parts: (question, response) =>
    question.blanks.map((blank, index) => {
      const value = response?.values[index] ?? '';
      const correct = isRight(question, blank, value);
      const [answer] = rightTexts(blank);
      return {
        id: String(index + 1),
        answered: value !== '',
        correct,
        ...(blank.feedback === undefined ? {} : { feedback: blank.feedback }),
        ...(correct || answer === undefined ? {} : { answer }),
      };
    }),
  order: () => [],
});

type Menu = Extract<BlankData, { kind: 'menu' }>;

function givenIn(blank: BlankData, input: unknown): string {
  if (blank.kind === 'text') return typedText(input, blank.limit) ?? '';
  return blank.options.find((option) => option.text === input)?.text ?? '';
}

function rightTexts(blank: BlankData): readonly string[] {
  if (blank.kind === 'text') return blank.accepted;
  return blank.options.filter((option) => option.correct).map((option) => option.text);
}

function isRight(question: BlanksQuestion, blank: BlankData, value: string): boolean {
  if (blank.kind === 'menu') return rightTexts(blank).includes(value);
  const folded = foldText(value, question);
  return blank.accepted.some((text) => foldText(text, question) === folded);
}

function sortedTexts(blank: Menu): string[] {
  return blank.options.map((option) => option.text).sort();
}

function menuWidth(blank: Menu): number {
  return bitsFor(blank.options.length + 1);
}

interface Taken {
  readonly value: string;
  readonly end: number;
}

function textAt(bits: string, from: number, limit: number): Taken | null {
  let at = from;
  while (bits.slice(at, at + 8) !== end) {
    if (at + 8 > bits.length) return null;
    at += 8;
  }
  const value = at === from ? '' : bitsToText(bits.slice(from, at), limit);
  return value === null ? null : { value, end: at + 8 };
}

function optionAt(bits: string, from: number, blank: Menu): Taken | null {
  const width = menuWidth(blank);
  if (from + width > bits.length) return null;
  const index = Number.parseInt(bits.slice(from, from + width), 2);
  const value = index === 0 ? '' : sortedTexts(blank)[index - 1];
  return value === undefined ? null : { value, end: from + width };
}
