import { createHash } from 'node:crypto';
import type { Blockquote, List, ListItem, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { idSchema } from '../../config/course-config.ts';
import { report } from '../../diagnostics/report.ts';
import { toPlainText } from '../../markdown/to-plain-text.ts';
import { attributesNode } from '../attributes.ts';
import type { Choice } from '../course.ts';
import type { InlineOption, WriteMarkdown, YamlQuestion } from './question-form.ts';

/** `choices:` of a quiz file. */
export const choicesSchema = z
  .array(
    z
      .strictObject({
        id: idSchema.optional(),
        text: z
          .union([z.string(), z.number(), z.boolean(), z.null()])
          .meta({ description: 'The option, markdown.', fix: 'Write the option as a text: `- text: The option`' }),
        correct: z.boolean().default(false).meta({ description: 'Whether it is right.' }),
        last: z
          .boolean()
          .default(false)
          .meta({ description: 'Stays below the others when choices are shuffled ("none of these").' }),
        feedback: z.string().optional().meta({ description: 'Shown to who chose it, markdown.' }),
      })
      .meta({ fix: 'Write each option as `- text: The option`' }),
  )
  .meta({
    description: 'The options.',
    fix: 'Write `choices:` with a list of `- text: …`, and `correct: true` at the right one',
  });

interface Draft extends Omit<Choice, 'id'> {
  readonly id: string | null;
}

export function choicesFromYaml(spec: YamlQuestion): readonly Choice[] {
  const list = spec.value['choices'] as z.output<typeof choicesSchema>;
  return withIds(
    list.map((choice, index) => ({
      id: choice.id ?? null,
      text: spec.markdown(['choices', index, 'text']),
      correct: choice.correct,
      ...(choice.last ? { last: true } : {}),
      feedback: spec.markdown(['choices', index, 'feedback']),
      position: spec.at(['choices', index]),
    })),
  );
}

export function choicesFromMarkdown(options: readonly InlineOption[]): readonly Choice[] {
  return withIds(
    options.map((option) => ({
      id: option.id,
      text: option.text,
      correct: option.checked,
      ...(option.attributes['last'] === true ? { last: true } : {}),
      feedback: option.feedback,
      ...(option.item.position === undefined ? {} : { position: option.item.position }),
    })),
  );
}

/** A list in which items have a box: `- [x] …`. */
export const isTaskList = (block: RootContent): block is List =>
  block.type === 'list' && block.children.some((item) => typeof item.checked === 'boolean');

/** All markdown in choices. */
export const choicesMarkdown = (choices: readonly Choice[]): readonly RootContent[] =>
  choices.flatMap((choice) => [...choice.text, ...choice.feedback]);

/** `choices:` of a quiz file, as `choicesFromYaml` reads it. */
export function choicesToYaml(
  choices: readonly Choice[],
  markdown: WriteMarkdown,
): readonly Readonly<Record<string, unknown>>[] {
  return choices.map((choice) => ({
    ...(hasOwnId(choice) ? { id: choice.id } : {}),
    text: markdown(choice.text),
    ...(choice.correct ? { correct: true } : {}),
    ...(choice.last ? { last: true } : {}),
    feedback: markdown(choice.feedback),
  }));
}

/** The task list that `choicesFromMarkdown` reads; null if an option begins with something else than a line of text. */
export function choicesToMarkdown(choices: readonly Choice[]): List | null {
  const items: ListItem[] = [];
  for (const choice of choices) {
    const [first, ...rest] = choice.text;
    if (first?.type !== 'paragraph') return null;
    // Braces at the end of a text would be read as the attributes of the option, so it gets its own.
    const last = first.children.at(-1);
    const needsId = hasOwnId(choice) || choice.last || (last?.type === 'text' && /\}\s*$/.test(last.value));
    const line = needsId
      ? { ...first, children: [...first.children, attributesNode(choice.id, choice.last ? { last: true } : {})] }
      : first;
    items.push(taskItem(choice.correct, [line, ...rest], choice.feedback));
  }
  return { type: 'list', ordered: false, spread: false, children: items };
}

/** An option of a task list: `- [x] text`, its feedback quoted below it. */
export function taskItem(checked: boolean, text: readonly RootContent[], feedback: readonly RootContent[]): ListItem {
  const quote: readonly RootContent[] =
    feedback.length === 0 ? [] : [{ type: 'blockquote', children: [...feedback] as Blockquote['children'] }];
  return { type: 'listItem', checked, spread: false, children: [...text, ...quote] as ListItem['children'] };
}

/**
 * Reports what no choice question may have: fewer than two options, an empty one, the same one twice, none right.
 *
 * @returns whether the choices can be used
 */
export function checkChoices(choices: readonly Choice[], file: VFile, at: Choice['position']): boolean {
  let fine = true;
  const fault = (
    ruleId: 'too-few-choices' | 'choice-empty' | 'choice-twice' | 'no-right-answer',
    reason: string,
    fix: string,
    place: Choice['position'],
  ): void => {
    report(file, ruleId, { reason, fix, at: place });
    fine = false;
  };
  if (choices.length < 2)
    fault(
      'too-few-choices',
      `The question has ${choices.length === 1 ? 'one option' : 'no options'}`,
      'Write at least two options',
      at,
    );
  const seen = new Map<string, Choice>();
  const ids = new Set<string>();
  for (const choice of choices) {
    const text = choiceText(choice);
    if (text === '') {
      fault('choice-empty', 'An option has no text', 'Write the text of the option, or remove it', choice.position);
      continue;
    }
    const same = seen.get(text);
    if (same !== undefined || (ids.has(choice.id) && !hasOwnId(choice))) {
      const isCase = same !== undefined && toPlainText(same.text) !== toPlainText(choice.text);
      fault(
        'choice-twice',
        `The option "${toPlainText(choice.text)}" stands twice in this question`,
        isCase
          ? 'Change or remove one of the two; where letter case makes the difference, write them as code'
          : same === undefined
            ? 'Change or remove one of the two; where only marks make the difference, give one an id'
            : 'Change or remove one of the two',
        choice.position,
      );
    } else if (ids.has(choice.id)) {
      report(file, 'duplicate-id', {
        reason: `Two options of this question have the id \`${choice.id}\``,
        fix: `Write another id, such as \`${choice.id}-2\``,
        at: choice.position,
      });
      fine = false;
    }
    seen.set(text, choice);
    ids.add(choice.id);
  }
  if (choices.length > 0 && !choices.some((choice) => choice.correct)) {
    fault(
      'no-right-answer',
      'The question has no right answer',
      'Mark the right option: `- [x]` in markdown, `correct: true` in a quiz file',
      at,
    );
  }
  return fine;
}

/**
 * What tells options apart: words, whatever their letter case. Where there is more than words, such as code, a formula or
 * a picture, all of it counts: `ls -l` is not `ls -L`.
 */
function choiceText(choice: Choice): string {
  if (choice.text.length === 0) return '';
  return isWords(choice.text)
    ? toPlainText(choice.text).toLowerCase()
    : JSON.stringify(choice.text, (key, value: unknown) => (key === 'position' ? undefined : value));
}

const isWords = (nodes: readonly RootContent[]): boolean =>
  nodes.every((node) => node.type === 'text' || (node.type === 'paragraph' && isWords(node.children)));

/** An option without an id gets one from its text: the same wherever it is moved to. */
function withIds(drafts: readonly Draft[]): readonly Choice[] {
  return drafts.map((draft) => ({ ...draft, id: draft.id ?? idOfText(draft.text) }));
}

const hasOwnId = (choice: Choice): boolean => choice.id !== idOfText(choice.text);

/** The id of what has none of its own, made from its text. */
export const idOfText = (text: readonly RootContent[]): string =>
  textId(toPlainText(text) || JSON.stringify(text.map((node) => node.type)));

function textId(text: string): string {
  const number = createHash('sha256').update(text.normalize('NFC')).digest().readUIntBE(0, 6);
  return `c${number.toString(36).padStart(10, '0').slice(-7)}`;
}
