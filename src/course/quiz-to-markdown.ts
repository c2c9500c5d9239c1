import type { BlockContent, DefinitionContent, Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toMarkdown } from '../markdown/to-markdown.ts';
import { attributesNode } from './attributes.ts';
import type { Question, Quiz } from './course.ts';
import { hintBlock } from './question-hints.ts';
import { formFor } from './questions/index.ts';
import { settingsOf } from './quiz-settings.ts';

/**
 * A quiz as it stands in a lesson: `:::quiz` … `:::`.
 *
 * @param typed questions whose type the heading names, because their options alone do not tell it
 * @returns the text, and the questions that only a quiz file can hold; they are not in the text
 */
export function quizToMarkdown(
  quiz: Quiz,
  typed: ReadonlySet<string>,
): { readonly text: string; readonly left: readonly Question[] } {
  const left: Question[] = [];
  const depth = headingDepth(quiz);
  const questions = quiz.questions.flatMap((question) => {
    const blocks = depth === null ? null : questionBlocks(question, depth, typed.has(question.id));
    if (blocks === null) left.push(question);
    return blocks ?? [];
  });
  const label: Paragraph = {
    type: 'paragraph',
    data: { directiveLabel: true },
    children: [{ type: 'html', value: labelText(quiz.title) }],
  };
  const directive: ContainerDirective = {
    type: 'containerDirective',
    name: 'quiz',
    attributes: {
      id: quiz.id,
      ...Object.fromEntries(Object.entries(settingsOf(quiz)).map(([key, value]) => [key, String(value)])),
    },
    children: [label, ...quiz.description, ...questions] as (BlockContent | DefinitionContent)[],
  };
  return { text: loosen(toMarkdown([directive])), left };
}

/** `###`, or less where a question has headings of its own, which are to stay below it; null if there is no room. */
function headingDepth(quiz: Quiz): Heading['depth'] | null {
  const inner = quiz.questions.flatMap((question) =>
    question.prompt.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])),
  );
  const depth = Math.min(3, ...inner.map((own) => own - 1));
  return depth === 1 || depth === 2 || depth === 3 ? depth : null;
}

function questionBlocks(question: Question, depth: Heading['depth'], isTyped: boolean): readonly RootContent[] | null {
  const form = formFor(question).toMarkdown(question);
  if (form === null) return null;
  const [first, ...more] = form.prompt ?? question.prompt;
  if (first?.type !== 'paragraph') return null;
  const attributes = {
    ...(isTyped ? { type: question.type } : {}),
    ...(question.points === 1 || question.points === 0 ? {} : { points: question.points }),
    ...(question.tags === undefined ? {} : { tags: question.tags.join(', ') }),
    ...form.attributes,
  };
  const heading: Heading = {
    type: 'heading',
    depth,
    children: [...first.children.map(onOneLine), attributesNode(question.id, attributes)],
  };
  const explanation: readonly RootContent[] =
    question.explanation.length === 0
      ? []
      : [{ type: 'blockquote', children: [...question.explanation] as BlockContent[] }];
  const hint = question.hint === undefined ? [] : [hintBlock(question.hint)];
  if (hint.includes(null)) return null;
  return [heading, ...more, ...form.blocks, ...hint.filter((block) => block !== null), ...explanation];
}

/** A title, which is plain text, between the brackets of the directive. */
function labelText(title: string): string {
  const text = toMarkdown([{ type: 'paragraph', children: [{ type: 'text', value: title }] }]);
  return text.trimEnd().replaceAll(']', '\\]');
}

/** A heading is one line; a line break in YAML's text is no more than a space there. */
function onOneLine<T extends PhrasingContent>(node: T): T {
  if (node.type === 'text') return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') };
  return 'children' in node ? { ...node, children: node.children.map(onOneLine) } : node;
}

/** Blank lines around what the quiz holds, as in a lesson written by hand. */
function loosen(text: string): string {
  return text.replace(/^(:{3,}quiz[^\n]*)\n/, '$1\n\n').replace(/\n(:{3,})\n*$/, '\n\n$1\n');
}
