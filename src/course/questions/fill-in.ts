import type { PhrasingContent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { listedText } from '../../contract/match-text.ts';
import { byteLength, typedText } from '../../contract/typed-text.ts';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import type { FillIn, TypedAnswer } from '../course.ts';
import { answersMarkdown, answersToMarkdown, formattedIn, listedAnswers } from './answer-list.ts';
import { isTaskList } from './choices.ts';
import type { QuestionCommon, QuestionForm, WriteMarkdown, YamlQuestion } from './question-form.ts';
import { patternFault } from './safe-pattern.ts';
import { fieldLimit, mostTyped } from './typed-limit.ts';

const feedback = z.string().optional().meta({ description: 'Shown to who answered so, markdown.' });
const answer = z.union([
  z.string().meta({
    description: 'The answer, plain text.',
    fix: 'Write a text, in quotes if it is a number (`"404"`), or `text:` or `pattern:` with `feedback:`',
  }),
  z.strictObject({ text: z.string().meta({ description: 'The answer, plain text.' }), feedback }),
  z.strictObject({
    pattern: z.string().meta({ description: 'A regular expression that the whole answer must be of.' }),
    feedback,
  }),
]);
const caseRule = z.boolean().default(false).meta({ description: 'Whether upper and lower case make a difference.' });
const limit = z
  .number()
  .int()
  .min(1)
  .max(mostTyped)
  .optional()
  .meta({ description: 'The most that can be typed, in bytes of UTF-8.' });

/** One line to type. */
export const fillInForm: QuestionForm<FillIn> = {
  type: 'fill-in',
  schema: z.object({
    answers: z.array(answer).meta({
      description: 'Right answers; the first is shown as the right one.',
      fix: 'Write `answers:` with a list of right answers',
    }),
    wrong: z.array(answer).default([]).meta({ description: 'Wrong answers that have feedback of their own.' }),
    case: caseRule,
    limit,
  }),
  attributes: z.object({ case: caseRule, limit }),
  optionAttributes: ['pattern'],
  fromYaml: (spec) =>
    fillIn(spec.common, { accepted: fromYaml(spec, 'answers'), wrong: fromYaml(spec, 'wrong') }, spec.value),
  holds: isTaskList,
  recognises: () => false,
  fromMarkdown: ({ common, options, attributes }) => {
    const { accepted, wrong } = listedAnswers<TypedAnswer['key']>(options, (option) => {
      const text = toPlainText(option.text);
      const isPattern = option.attributes['pattern'] === true;
      const [taken] = isPattern && losesBackslash(common.file, option.text) ? option.text : formattedIn(option.text);
      if (taken !== undefined && text !== '')
        report(common.file, 'answer-formatted', {
          reason: `Signs in the answer are taken for formatting; what is compared is "${text}"`,
          fix: 'Write the answer as code, in backticks, or without the signs',
          at: taken.position ?? option.item.position,
        });
      return isPattern ? { pattern: text } : { text };
    });
    return fillIn(common, { accepted, wrong }, attributes);
  },
  markdownOf: answersMarkdown,
  toYaml: (question, markdown) => ({
    answers: question.accepted.map((each) => toYaml(each, markdown)),
    ...(question.wrong.length === 0 ? {} : { wrong: question.wrong.map((each) => toYaml(each, markdown)) }),
    ...settings(question),
  }),
  toMarkdown: (question) => ({ attributes: settings(question), blocks: [answersToMarkdown(question, answerLine)] }),
};

/** Outside of code markdown reads `\.` as a point: in a pattern that would be any character. */
function losesBackslash(file: VFile, nodes: readonly RootContent[]): boolean {
  return nodes.some(({ position }) => {
    const source = String(file).slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    return /\\[!-/:-@[-`{-~]/.test(source.replace(/(`+)[^`].*?\1/g, ''));
  });
}

type Answers = Pick<FillIn, 'accepted' | 'wrong'>;

function fillIn(common: QuestionCommon, answers: Answers, values: Readonly<Record<string, unknown>>): FillIn | null {
  const most = typeof values['limit'] === 'number' ? { limit: values['limit'] } : {};
  const question: FillIn = {
    ...common,
    type: 'fill-in',
    accepted: answers.accepted.map(tidy),
    wrong: answers.wrong.map(tidy),
    case: values['case'] === true,
    ...most,
  };
  return isFine(question) ? question : null;
}

/** As a typed answer is tidied, so that both forms of a quiz mean the same. */
function tidy(given: TypedAnswer): TypedAnswer {
  return 'text' in given.key
    ? { ...given, key: { text: typedText(given.key.text, Number.POSITIVE_INFINITY) ?? '' } }
    : given;
}

function isFine(question: FillIn): boolean {
  const { file } = question;
  let fine = true;
  const fault = (...[rule, finding]: [Parameters<typeof report>[1], Parameters<typeof report>[2]]): void => {
    report(file, rule, finding);
    fine = false;
  };
  if (question.accepted.length === 0) {
    fault('no-right-answer', {
      reason: 'The question has no right answer',
      fix: 'Write it as `- [x] the answer` in markdown, under `answers:` in a quiz file',
      at: question.position,
    });
  }
  const most = fieldLimit(question);
  const seen = new Set<string>();
  for (const { key, position } of [...question.accepted, ...question.wrong]) {
    const at = position ?? question.position;
    if ('pattern' in key) {
      const found = patternFault(key.pattern, most);
      if (found !== null) fault('pattern-refused', { ...found, at });
      continue;
    }
    const folded = listedText(key.text, question);
    if (folded === '')
      fault('choice-empty', { reason: 'An answer has no text', fix: 'Write the answer, or remove it', at });
    else if (seen.has(folded))
      fault('answer-twice', {
        reason: `The answer "${key.text}" stands twice in this question`,
        fix: twiceFix(question),
        at,
      });
    else if (byteLength(key.text) > most)
      fault('answer-too-long', {
        reason: `The answer has ${byteLength(key.text)} bytes, and only ${most} can be typed`,
        fix: longFix(question),
        at,
      });
    seen.add(folded);
  }
  return fine;
}

const twiceFix = (question: FillIn): string =>
  question.case
    ? 'Remove one of the two'
    : 'Remove one of the two: upper and lower case make no difference without `case: true`';

const longFix = (question: FillIn): string =>
  question.limit === undefined
    ? 'Ask for something shorter, or use a single-choice question'
    : `Raise \`limit\`, at most to ${mostTyped}`;

function fromYaml(spec: YamlQuestion, list: 'answers' | 'wrong'): readonly TypedAnswer[] {
  return (spec.value[list] as z.output<typeof answer>[]).map((given, index) => ({
    key:
      typeof given === 'string' ? { text: given } : 'text' in given ? { text: given.text } : { pattern: given.pattern },
    feedback: typeof given === 'string' ? [] : spec.markdown([list, index, 'feedback']),
    position: spec.at([list, index]),
  }));
}

function toYaml({ key, feedback: said }: TypedAnswer, markdown: WriteMarkdown): unknown {
  return 'text' in key && said.length === 0 ? key.text : { ...key, feedback: markdown(said) };
}

function settings(question: FillIn): Readonly<Record<string, boolean | number>> {
  return {
    ...(question.case ? { case: true } : {}),
    ...(question.limit === undefined ? {} : { limit: question.limit }),
  };
}

/** What markdown could take for its own stands as code, which means the same here. */
function answerLine(key: TypedAnswer['key']): RootContent {
  const value = 'text' in key ? key.text : key.pattern;
  const isPlain = 'text' in key && /^[\p{L}\p{N}][\p{L}\p{N} ,'\u2019-]*$/u.test(value);
  const children: PhrasingContent[] = [isPlain ? { type: 'text', value } : { type: 'inlineCode', value }];
  if ('pattern' in key) children.push({ type: 'html', value: ' {pattern}' });
  return { type: 'paragraph', children };
}
