import * as z from 'zod';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import type { NumberAnswer, NumberKey, Numeric } from '../course.ts';
import { answersMarkdown, answersToMarkdown, listedAnswers } from './answer-list.ts';
import { isTaskList } from './choices.ts';
import { numberKeyText, parseNumberKey } from './number-key.ts';
import type { QuestionCommon, QuestionForm, WriteMarkdown, YamlQuestion } from './question-form.ts';

const numberSchema = z.string().meta({
  description: 'A number, a number with a tolerance (`3.5 ± 0.1`, `3.5 ± 2%`), or a range (`3 .. 4`).',
  fix: 'Write a number, such as `3.5`, `3.5 ± 0.1` or `3 .. 4`',
});
const value = z.union([numberSchema, z.number()]).meta({ description: 'The number, with a tolerance or as a range.' });
const answer = z.union([
  value,
  z.strictObject({
    value,
    feedback: z.string().optional().meta({ description: 'Shown to who answered so, markdown.' }),
  }),
]);
const unit = z.union([z.string(), z.number()]).default('').meta({
  description: 'Shown behind the field; learners may leave it out or type it.',
  fix: 'Write a unit, such as `unit: V`',
});

/** One number to type. */
export const numericForm: QuestionForm<Numeric> = {
  type: 'numeric',
  schema: z.object({
    answers: z.array(answer).meta({
      description: 'Right numbers; the first is shown as the right one.',
      fix: 'Write `answers:` with a list, such as `[3.5 ± 0.1]`',
    }),
    wrong: z.array(answer).default([]).meta({ description: 'Wrong numbers that have feedback of their own.' }),
    unit,
  }),
  attributes: z.object({ unit }),
  fromYaml: (spec) => {
    const [accepted, wrong] = [fromYaml(spec, 'answers'), fromYaml(spec, 'wrong')];
    return accepted === null || wrong === null ? null : numeric(spec.common, { accepted, wrong }, spec.value['unit']);
  },
  holds: isTaskList,
  recognises: () => false,
  fromMarkdown: ({ common, options, attributes }) => {
    const { fine, ...answers } = listedAnswers(options, (option) =>
      readKey(toPlainText(option.text), common, option.item.position),
    );
    return fine ? numeric(common, answers, attributes['unit']) : null;
  },
  markdownOf: answersMarkdown,
  toYaml: (question, markdown) => ({
    answers: question.accepted.map((each) => toYaml(each, markdown)),
    ...(question.wrong.length === 0 ? {} : { wrong: question.wrong.map((each) => toYaml(each, markdown)) }),
    ...unitOf(question),
  }),
  toMarkdown: (question) => ({
    attributes: unitOf(question),
    blocks: [
      answersToMarkdown(question, (key) => ({
        type: 'paragraph',
        children: [{ type: 'text', value: numberKeyText(key) }],
      })),
    ],
  }),
};

function numeric(common: QuestionCommon, answers: Pick<Numeric, 'accepted' | 'wrong'>, given: unknown): Numeric | null {
  if (answers.accepted.length === 0) {
    report(common.file, 'no-right-answer', {
      reason: 'The question has no right answer',
      fix: 'Write it as `- [x] 3.5 ± 0.1` in markdown, under `answers:` in a quiz file',
      at: common.position,
    });
    return null;
  }
  const seen = new Set<string>();
  for (const { key, position } of [...answers.accepted, ...answers.wrong]) {
    const text = numberKeyText(key);
    if (seen.has(text)) {
      report(common.file, 'answer-twice', {
        reason: `The answer "${text}" stands twice in this question`,
        fix: 'Remove one of the two',
        at: position ?? common.position,
      });
      return null;
    }
    seen.add(text);
  }
  const name = String(given ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  // A digit at its edge would be taken off the learner's number with it.
  if (name.length > 20 || /^[\d.,+-]|\d$/.test(name)) {
    report(common.file, 'invalid-value', {
      reason: `\`${name}\` is not a unit`,
      fix: 'Write at most 20 characters, without digits at the ends, such as `V` or `km/h`',
      at: common.position,
    });
    return null;
  }
  return { ...common, type: 'numeric', ...answers, unit: name };
}

function readKey(text: string, common: QuestionCommon, at: NumberAnswer['position']): NumberKey | null {
  const key = parseNumberKey(text);
  if (key === null) {
    report(common.file, 'number-unclear', {
      reason: text === '' ? 'An answer has no number' : `\`${text}\` is not a number that can be compared`,
      fix: 'Write `3.5`, `3.5 ± 0.1`, `3.5 ± 2%` or `3 .. 4`, with a decimal point, and the unit as `unit`',
      at: at ?? common.position,
    });
  }
  return key;
}

function fromYaml(spec: YamlQuestion, list: 'answers' | 'wrong'): readonly NumberAnswer[] | null {
  const given = spec.value[list] as z.output<typeof answer>[];
  const answers = given.flatMap((each, index): NumberAnswer[] => {
    const isKeyed = typeof each === 'object';
    const text = numberText(isKeyed ? each.value : each, () =>
      toPlainText(spec.markdown(isKeyed ? [list, index, 'value'] : [list, index])),
    );
    const position = spec.at([list, index]);
    const key = readKey(text, spec.common, position);
    return key === null ? [] : [{ key, feedback: spec.markdown([list, index, 'feedback']), position }];
  });
  return answers.length === given.length ? answers : null;
}

/** A number with more digits than a computer's hold is what its author wrote. */
function numberText(value: string | number, written: () => string): string {
  if (typeof value === 'string' || Number.isSafeInteger(value)) return String(value);
  const text = written();
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : String(value);
}

function toYaml({ key, feedback }: NumberAnswer, markdown: WriteMarkdown): unknown {
  const text = numberKeyText(key);
  const number = String(Number(text)) === text ? Number(text) : text;
  return feedback.length === 0 ? number : { value: number, feedback: markdown(feedback) };
}

const unitOf = (question: Numeric): Readonly<Record<string, string>> =>
  question.unit === '' ? {} : { unit: question.unit };
