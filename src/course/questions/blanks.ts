import type { Blockquote, List, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { listedText } from '../../contract/match-text.ts';
import { byteLength } from '../../contract/typed-text.ts';
import { report } from '../../diagnostics/report.ts';
import type { RuleId } from '../../diagnostics/rules.ts';
import type { Blank, Blanks } from '../course.ts';
import { isUnseen } from '../is-unseen.ts';
import { hasBlank, takeBlanks, type WrittenBlank, writeBlanks } from './blank-text.ts';
import type { QuestionCommon, QuestionForm } from './question-form.ts';
import { blankLimit, mostTyped } from './typed-limit.ts';

const credit = z
  .enum(['per-blank', 'all-or-nothing'])
  .default('per-blank')
  .meta({ description: 'Credit for partly right answers; see the reference of scoring.' });
const caseRule = z.boolean().default(false).meta({ description: 'Whether upper and lower case make a difference.' });

/** Prose with gaps to fill in. */
export const blanksForm: QuestionForm<Blanks> = {
  type: 'blanks',
  schema: z.object({
    text: z.string().meta({
      description: 'Prose, markdown. `{{edge | cdn}}` is a text to type, `{{*nginx | apache}}` a menu.',
      fix: 'Write `text:` with blanks in it: `The {{edge | cdn}} answers first`',
    }),
    feedback: z
      .array(z.union([z.string(), z.null()]))
      .default([])
      .meta({ description: 'What is said to each blank, in their order, markdown.' }),
    credit,
    case: caseRule,
  }),
  attributes: z.object({ credit, case: caseRule }),
  fromYaml: (spec) => {
    // A heading holds one line only: the rest of the prompt belongs to the text in both forms.
    const [first, ...rest] = spec.common.prompt;
    const said = (spec.value['feedback'] as unknown[]).map((_, index) => spec.markdown(['feedback', index]));
    const common = { ...spec.common, prompt: first === undefined ? [] : [first] };
    const at = spec.at(['text']);
    return blanks(common, [...rest, ...spec.markdown(['text'])], said, spec.value, { start: at.start, end: at.start });
  },
  recognises: ({ block, common }) => block === null && hasBlank(common.prompt.slice(1)),
  fromMarkdown: ({ common, attributes }) => {
    const [first, ...rest] = common.prompt;
    // Of a question that names no type the quotes at the end are still among the prompt.
    const from = rest.findLastIndex((block) => block.type !== 'blockquote') + 1;
    const quoted = rest.slice(from).flatMap((block) => (block.type === 'blockquote' ? block.children : []));
    const body = rest.slice(0, from);
    // Comments, and what footnotes say, may stand below the feedback.
    const last = body.findLast((block) => !isUnseen(block));
    const said = feedbackIn(last);
    const own = {
      ...common,
      prompt: first === undefined ? [] : [first],
      explanation: [...quoted, ...common.explanation],
    };
    return blanks(
      own,
      said === null ? body : body.filter((block) => block !== last),
      said ?? [],
      attributes,
      common.position,
    );
  },
  markdownOf: (question) => [...question.text, ...question.blanks.flatMap((blank) => blank.feedback)],
  toYaml: (question, markdown) => ({
    text: markdown(writeBlanks(question.text, question.blanks)),
    ...(hasFeedback(question) ? { feedback: question.blanks.map((blank) => markdown(blank.feedback) ?? '') } : {}),
    ...settings(question),
  }),
  toMarkdown: (question) => ({
    attributes: settings(question),
    blocks: [
      ...writeBlanks(question.text, question.blanks),
      ...(hasFeedback(question) ? [feedbackList(question)] : []),
    ],
  }),
};

function blanks(
  common: QuestionCommon,
  source: readonly RootContent[],
  said: readonly (readonly RootContent[])[],
  values: Readonly<Record<string, unknown>>,
  at: Position | undefined,
): Blanks | null {
  const { file } = common;
  const { text, blanks: written, unclosed, formatted } = takeBlanks(source);
  const isExact = values['case'] === true;
  let fine = true;
  const fault = (rule: RuleId, reason: string, fix: string, place: Position | undefined): void => {
    report(file, rule, { reason, fix, at: place ?? at });
    fine = false;
  };
  for (const place of unclosed)
    fault(
      'blank-unclear',
      'A blank is opened and never closed',
      'Close it in the same paragraph: `{{edge | cdn}}`; an address in it stands in code',
      place,
    );
  for (const place of formatted)
    fault(
      'blank-unclear',
      'Signs in a blank are taken for formatting, and are no part of the answer',
      'Write the answer as code: `` {{*`/etc` | `__init__`}} ``',
      place,
    );
  if (hasBlank(common.prompt)) {
    fault(
      'blank-unclear',
      'A blank stands in the question itself',
      'Put the text with blanks below the heading, or under `text:`',
      common.position,
    );
  } else if (written.length === 0 && unclosed.length === 0) {
    fault(
      'blanks-missing',
      'The text has no blanks',
      'Write `{{edge | cdn}}` where something is to be typed, `{{*nginx | apache}}` for a menu',
      at,
    );
  }
  if (said.length > written.length && written.length > 0) {
    fault(
      'blank-unclear',
      `There is feedback for ${said.length} blanks, and the text has ${written.length}`,
      'Remove what is too much',
      at,
    );
  }
  for (const blank of written) if (!checkBlank(blank, isExact, file, at)) fine = false;
  if (!fine) return null;
  return {
    ...common,
    type: 'blanks',
    text,
    blanks: written.map((blank, index) => ({ ...blank, feedback: said[index] ?? [] })),
    credit: values['credit'] === 'all-or-nothing' ? 'all-or-nothing' : 'per-blank',
    case: isExact,
  };
}

function checkBlank(blank: WrittenBlank, isExact: boolean, file: VFile, near: Position | undefined): boolean {
  const at = blank.position ?? near;
  const texts = blank.kind === 'text' ? blank.accepted : blank.options.map((option) => option.text);
  const folded = texts.map((text) => (blank.kind === 'menu' ? text : listedText(text, { case: isExact })));
  const twice = texts.find((_, index) => folded.indexOf(folded[index] ?? '') < index);
  if (texts.includes('')) {
    report(file, 'blank-unclear', {
      reason: 'A blank holds an empty answer',
      fix: 'Write the answers between `{{` and `}}`, with `|` between them',
      at,
    });
  } else if (twice !== undefined) {
    report(file, 'answer-twice', {
      reason: `The answer "${twice}" stands twice in a blank`,
      fix: 'Remove one of the two',
      at,
    });
  } else if (blank.kind === 'menu' && blank.options.every((option) => option.correct)) {
    report(file, 'blank-unclear', {
      reason: 'A menu has no wrong option',
      fix: 'Add one: `{{*nginx | apache}}`. Without `*` all answers are right, and are typed',
      at,
    });
  } else if (blank.kind === 'text' && texts.some((text) => byteLength(text) > blankLimit(blank))) {
    report(file, 'answer-too-long', {
      reason: `An answer has more than ${mostTyped} bytes`,
      fix: 'Ask for something shorter, or make it a menu',
      at,
    });
  } else return true;
  return false;
}

/** A numbered list of quotes under the text: what is said to each blank. Null for any other block. */
function feedbackIn(block: RootContent | undefined): readonly (readonly RootContent[])[] | null {
  if (block?.type !== 'list' || block.ordered !== true) return null;
  const quotes = block.children.map((item) => item.children);
  if (!quotes.some((nodes) => nodes.length > 0)) return null;
  if (!quotes.every((nodes) => nodes.every((node) => node.type === 'blockquote'))) return null;
  // A list that begins with 2 says nothing to the first blank.
  const before = Array.from({ length: Math.min(100, Math.max(0, (block.start ?? 1) - 1)) }, () => []);
  return [
    ...before,
    ...quotes.map((nodes) => nodes.flatMap((node) => (node.type === 'blockquote' ? node.children : []))),
  ];
}

function feedbackList(question: Blanks): List {
  const quote = (blank: Blank): Blockquote[] =>
    blank.feedback.length === 0
      ? []
      : [{ type: 'blockquote', children: [...blank.feedback] as Blockquote['children'] }];
  return {
    type: 'list',
    ordered: true,
    spread: false,
    children: question.blanks.map((blank) => ({ type: 'listItem', spread: false, children: quote(blank) })),
  };
}

const hasFeedback = (question: Blanks): boolean => question.blanks.some((blank) => blank.feedback.length > 0);

function settings(question: Blanks): Readonly<Record<string, string | boolean>> {
  return {
    ...(question.credit === 'per-blank' ? {} : { credit: question.credit }),
    ...(question.case ? { case: true } : {}),
  };
}
