import type { Heading, List, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { idSchema } from '../config/course-config.ts';
import { parseWithSchema } from '../config/parse-with-schema.ts';
import { proposedId } from '../config/proposed-id.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import { attributeSource, idPlace } from './attribute-source.ts';
import { type Attributes, scalar, takeAttributes } from './attributes.ts';
import { checkOptionBraces } from './check-option-braces.ts';
import { type Question, type Quiz, unreadId } from './course.ts';
import { isUnseen } from './is-unseen.ts';
import { hintAndTags, hintOf, isHint } from './question-hints.ts';
import { hasBlank } from './questions/blank-text.ts';
import { blanksForm } from './questions/blanks.ts';
import { isTaskList } from './questions/choices.ts';
import { questionForms, questionTypes } from './questions/index.ts';
import type { InlineOption, InlineQuestion, QuestionForm, TrueFalseWords } from './questions/question-form.ts';
import { defaultSettings, quizRules, quizSettings } from './quiz-settings.ts';
import { tagsSchema } from './rule-settings.ts';

const quizAttributes = z.strictObject(quizSettings);
const commonAttributes = {
  type: z.string().optional(),
  points: z.number().positive().max(1000).default(1),
  tags: tagsSchema,
};

/** Is this block an inline quiz? */
export const isQuizDirective = (node: RootContent): node is ContainerDirective =>
  node.type === 'containerDirective' && node.name === 'quiz';

/**
 * Reads `:::quiz{#id pass=75}` … `:::` with its questions (headings and task lists). What is wrong is a message on
 * `file`; what could be read is in the quiz all the same, so that its links and images are checked in the same run.
 */
export function parseInlineQuiz(
  directive: ContainerDirective,
  file: VFile,
  defaultTitle: string,
  words: TrueFalseWords,
): Quiz {
  const first = directive.children[0];
  const label = first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : null;
  const blocks = label === null ? directive.children : directive.children.slice(1);
  const title = label === null ? defaultTitle : toPlainText(label.children);
  const { id: rawId, ...rest } = directive.attributes ?? {};
  const at = startOf(directive.position);

  const forgotten = rawId === undefined ? withoutHash(rest, Object.keys(quizSettings)) : null;
  if (forgotten !== null) delete rest[forgotten];
  const proposal = forgotten ?? proposedId(title, 'check');
  const id = checkId(rawId ?? null, file, at, 'quiz', `:::quiz${label === null ? '' : `[${title}]`}{#${proposal}}`);
  const named = {
    id: id ?? unreadId(`${file.path}:${at?.start.line}`),
    title,
    file,
    ...(at === undefined ? {} : { position: idPlace(file, at) }),
  };
  // The rest of the lesson is no part of the quiz: only that it is not closed is told.
  if (isUnclosed(directive)) return { ...quizRules(defaultSettings), ...named, description: [], questions: [] };
  const given = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, scalar(value ?? 'true')]));
  const source = attributeSource(given, file, at);
  const settings = parseWithSchema(quizAttributes, source, file, 'a quiz');

  const firstHeading = blocks.findIndex((block) => block.type === 'heading');
  const description = firstHeading === -1 ? blocks : blocks.slice(0, firstHeading);
  if (firstHeading === -1) {
    report(file, 'quiz-empty', {
      reason: 'The quiz has no question',
      fix: 'Begin each question with a heading: `### The question? {#its-id}`',
      at,
    });
  }
  const level = blocks.find((block) => block.type === 'heading')?.depth ?? 3;
  const questions: Question[] = [];
  // Parts that are no question, to be rendered for the mistakes in their text; nothing of this quiz is packaged.
  const unread: RootContent[] = [];
  for (const part of splitAtHeadings(blocks.slice(Math.max(firstHeading, 0)), level)) {
    const question = parseQuestion(part.heading, part.blocks, file, words);
    if (question === null) unread.push({ type: 'paragraph', children: part.heading.children }, ...part.blocks);
    else questions.push(question);
  }
  return {
    ...quizRules(settings ?? defaultSettings),
    ...named,
    description: [...description, ...unread],
    questions,
    settingAt: (key) => source.keyAt([key]),
  };
}

function parseQuestion(
  heading: Heading,
  blocks: readonly RootContent[],
  file: VFile,
  words: TrueFalseWords,
): Question | null {
  const { nodes, attributes } = takeAttributes(heading.children);
  const at = heading.position;
  const level = heading.depth;
  const text = toPlainText(nodes);
  const forgotten = attributes.id === null ? withoutHash(attributes.values, Object.keys(commonAttributes)) : null;
  const values = Object.fromEntries(Object.entries(attributes.values).filter(([key]) => key !== forgotten));
  const id = checkId(attributes.id, file, at, 'question', `### … {#${forgotten ?? proposedId(text, 'question')}}`);
  if (nodes.length === 0) {
    report(file, 'question-prompt-empty', {
      reason: 'The question has no text',
      fix: 'Write the question into the heading',
      at,
    });
    return null;
  }
  const named =
    questionForms.find((candidate) => candidate.type === attributes.values['type']) ??
    // A numbered list or a table with gaps in it is a text to fill in, neither items to order nor pairs to match.
    (attributes.values['type'] === undefined && hasBlank(blocks) && !blocks.some(isTaskList) ? blanksForm : undefined);
  const { index, block } = findAnswers(blocks, named);
  const list = block !== null && isTaskList(block) ? block : null;
  const below = blocks.slice(block === null ? index : index + 1);
  const prompt: RootContent[] = [
    { type: 'paragraph', children: nodes, ...(at ? { position: at } : {}) },
    ...blocks.slice(0, index),
    ...below.filter(isUnseen),
  ];
  const after = below.filter((block) => !isUnseen(block));
  const parting = list === null ? undefined : quoteBetweenOptions(after);
  if (parting !== undefined) {
    report(file, 'question-stray-content', {
      reason: 'A quote stands between the options of a question',
      fix: 'Begin its lines two spaces further right, as those of other feedback: `  > …` belongs to the option above it',
      at: parting.position,
    });
    return null;
  }
  const stray = after.find((block) => block.type !== 'blockquote');
  if (stray !== undefined) {
    report(file, 'question-stray-content', {
      ...strayFinding(stray, level),
      at: stray.position,
    });
  }
  const explanation = after.flatMap((quote) => (quote.type !== 'blockquote' || isHint(quote) ? [] : quote.children));
  const hint = after.flatMap((quote) => (quote.type === 'blockquote' && isHint(quote) ? hintOf(quote) : []));
  const plain =
    block === null && (named === undefined || named.holds === isTaskList)
      ? blocks.find((other) => other.type === 'list')
      : undefined;
  if (plain !== undefined) {
    report(file, 'question-unclear', {
      reason: 'The options of the question have no boxes',
      fix: 'Write `- [x]` before each right option and `- [ ]` before each wrong one',
      at: plain.position,
    });
    return null;
  }
  const unboxed = (list?.children ?? []).filter((item) => typeof item.checked !== 'boolean');
  for (const item of unboxed) reportUnboxed(item, file);
  if (unboxed.length > 0) return null;
  const options = (list?.children ?? []).map(inlineOption);
  const draft: InlineQuestion = {
    common: { id: id ?? '', points: 1, prompt, explanation, file, ...(at ? { position: at } : {}) },
    attributes: {},
    block,
    options,
    optionsPosition: list?.position,
  };
  const form = formOf(draft, attributes, words);
  if (form === null) return null;
  checkOptionBraces(block, form, file);
  const schema = z.strictObject({ ...commonAttributes, ...form.attributes.shape });
  const parsed = parseWithSchema(schema, attributeSource(values, file, at), file, 'a question');
  if (parsed === null) return null;
  const question = form.fromMarkdown(
    {
      ...draft,
      common: {
        ...draft.common,
        points: Number(parsed['points']),
        ...hintAndTags(hint, parsed['tags'] as readonly string[] | undefined),
      },
      attributes: parsed,
    },
    words,
  );
  return id === null || stray !== undefined ? null : question;
}

function formOf(draft: InlineQuestion, attributes: Attributes, words: TrueFalseWords): QuestionForm | null {
  const { file, position } = draft.common;
  const named = attributes.values['type'];
  if (named === undefined) {
    const form = questionForms.find((candidate) => candidate.recognises(draft, words));
    if (form !== undefined) return form;
    report(file, 'question-unclear', {
      reason: 'The question has no options',
      fix: 'Write a list below it: `- [x] a right option`, `- [ ] a wrong one`',
      at: position,
    });
    return null;
  }
  const form = questionForms.find((candidate) => candidate.type === named);
  if (form !== undefined) return form;
  const meant = didYouMean(String(named), questionTypes);
  report(file, 'invalid-value', {
    reason: `\`${String(named)}\` is not a type of question`,
    fix:
      meant === null
        ? `Known types: ${questionTypes.map((type) => `\`${type}\``).join(', ')}`
        : `Did you mean \`${meant}\`?`,
    at: attributeSource({}, file, position).keyAt(['type']),
  });
  return null;
}

/** What stands below the options, and is neither hint nor explanation. */
function strayFinding(stray: RootContent, level: Heading['depth']): { readonly reason: string; readonly fix: string } {
  if (stray.type === 'heading')
    return {
      reason: 'A heading below the options is of a lower level than those of questions',
      fix: `Begin each question with \`${'#'.repeat(level)}\`, as the first`,
    };
  if (isTaskList(stray))
    return {
      reason: 'The options of the question are two lists',
      fix: 'Begin all with the same sign, `-`, and leave nothing between them that is not indented',
    };
  return {
    reason: 'Text stands below the options of a question',
    fix: 'Put it above the options, or quote it with `> ` to make it the explanation',
  };
}

/** Feedback that is not indented ends the list of options: what follows it are options again. */
function quoteBetweenOptions(after: readonly RootContent[]): RootContent | undefined {
  const more = after.findIndex(isTaskList);
  return after.find((block, index) => block.type === 'blockquote' && index < more);
}

/** An item among options that has no box: `- [ ]` without text, `- []`, or a plain line. */
function reportUnboxed(item: List['children'][number], file: VFile): void {
  const empty = /^\[[ x]\]$/i.test(toPlainText(item.children));
  report(file, empty ? 'choice-empty' : 'question-unclear', {
    reason: empty ? 'An option has no text' : 'An option has no box',
    fix: empty
      ? 'Write the text of the option, or remove it'
      : 'Write `- [x]` before it if it is right, `- [ ]` if it is wrong, with the spaces',
    at: item.position,
  });
}

function inlineOption(item: List['children'][number]): InlineOption {
  const [first, ...rest] = item.children;
  const taken = first?.type === 'paragraph' ? takeAttributes(first.children) : null;
  const head: RootContent[] =
    first === undefined
      ? []
      : first.type === 'paragraph' && taken !== null
        ? taken.nodes.length > 0
          ? [{ ...first, children: taken.nodes }]
          : []
        : [first];
  const others = first?.type === 'blockquote' ? item.children : rest;
  return {
    id: taken?.attributes.id ?? null,
    checked: item.checked === true,
    attributes: taken?.attributes.values ?? {},
    text: [...(first?.type === 'blockquote' ? [] : head), ...others.filter((node) => node.type !== 'blockquote')],
    feedback: others.flatMap((node) => (node.type === 'blockquote' ? node.children : [])),
    item,
  };
}

/**
 * The block with the answers: the first task list, else the last block that a type calls its own. Without one `index` is
 * the end of the prompt: where the quotes at the end begin, of a type that needs no such block, else the end of all.
 */
function findAnswers(
  blocks: readonly RootContent[],
  named: QuestionForm | undefined,
): { index: number; block: RootContent | null } {
  const forms = named === undefined ? questionForms : [named];
  const isHeld = (block: RootContent): boolean => forms.some((form) => form.holds?.(block) === true);
  const tasks = blocks.findIndex((block) => isTaskList(block) && isHeld(block));
  const held = tasks === -1 ? blocks.findLastIndex(isHeld) : tasks;
  if (held !== -1) return { index: held, block: blocks[held] ?? null };
  const needsNone = named !== undefined && named.holds === undefined;
  return {
    index: needsNone
      ? blocks.findLastIndex((block) => block.type !== 'blockquote' && !isUnseen(block)) + 1
      : blocks.length,
    block: null,
  };
}

function splitAtHeadings(blocks: readonly RootContent[], level: number): { heading: Heading; blocks: RootContent[] }[] {
  const parts: { heading: Heading; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.depth <= level) parts.push({ heading: block, blocks: [] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** `{sky}` where `{#sky}` was meant. */
function withoutHash(values: Readonly<Record<string, unknown>>, known: readonly string[]): string | null {
  const bare = Object.keys(values).filter(
    (key) => (values[key] === true || values[key] === '') && !known.includes(key),
  );
  return bare.length === 1 && idSchema.safeParse(bare[0]).success ? (bare[0] ?? null) : null;
}

function checkId(
  id: string | null,
  file: VFile,
  at: Position | undefined,
  what: 'quiz' | 'question',
  example: string,
): string | null {
  if (id === null || id === '') {
    report(file, what === 'quiz' ? 'quiz-id-missing' : 'question-id-missing', {
      reason: `The ${what} has no id`,
      fix: `Write \`${example}\``,
      at,
    });
    return null;
  }
  if (!idSchema.safeParse(id).success) {
    report(file, 'invalid-value', {
      reason: `\`${id}\` is not an id`,
      fix: `Use only a–z, 0–9, - and _: \`${example}\``,
      at: idPlace(file, at),
    });
    return null;
  }
  return id;
}

function startOf(position: Position | undefined): Position | undefined {
  return position === undefined ? undefined : { start: position.start, end: position.start };
}

/** What looks like a question is no section of the lesson: its level is nothing to complain about. */
const withoutQuestion = (node: RootContent): RootContent =>
  node.type === 'heading' && node.depth > 2 ? { type: 'paragraph', children: node.children } : node;

const isUnclosed = (node: ContainerDirective): boolean =>
  node.data?.position !== undefined && !('closing' in node.data.position);

/** Takes the inline quizzes out of a lesson's body, leaving a place for each. */
export function takeQuizzes(
  tree: Root,
  file: VFile,
  defaultTitle: string,
  words: TrueFalseWords,
): { body: Root; quizzes: readonly Quiz[] } {
  const quizzes: Quiz[] = [];
  const children = tree.children.flatMap((node): RootContent[] => {
    if (!isQuizDirective(node)) return [node];
    const quiz = parseInlineQuiz(node, file, defaultTitle, words);
    quizzes.push(quiz);
    if (isUnclosed(node)) return node.children.map(withoutQuestion);
    return [{ type: 'quizPlace', quiz: quiz.id }];
  });
  return { body: { ...tree, children }, quizzes };
}
