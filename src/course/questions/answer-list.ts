import type { List, RootContent } from 'mdast';
import type { Position } from 'unist';
import { taskItem } from './choices.ts';
import type { InlineOption } from './question-form.ts';

/** What the answers of a question with one field have in common, whatever is typed there. */
export interface ListedAnswer<Key> {
  readonly key: Key;
  readonly feedback: readonly RootContent[];
  readonly position?: Position;
}

/** The answers of a task list, right (`[x]`) and wrong (`[ ]`); those that `read` reports and gives null for are left out. */
export function listedAnswers<Key>(
  options: readonly InlineOption[],
  read: (option: InlineOption) => Key | null,
): {
  readonly accepted: readonly ListedAnswer<Key>[];
  readonly wrong: readonly ListedAnswer<Key>[];
  readonly fine: boolean;
} {
  const answers = options.flatMap((option) => {
    const key = read(option);
    if (key === null) return [];
    const { feedback, checked, item } = option;
    return [
      { checked, answer: { key, feedback, ...(item.position === undefined ? {} : { position: item.position }) } },
    ];
  });
  const marked = (checked: boolean) => answers.filter((each) => each.checked === checked).map((each) => each.answer);
  return { accepted: marked(true), wrong: marked(false), fine: answers.length === options.length };
}

/** What may stand in an answer that is typed, beside text. An address becomes a link by itself. */
const plainTypes: ReadonlySet<string> = new Set(['inlineCode', 'link', 'break']);

/** What markdown took for formatting in an answer to be typed, as it does `*` and `_`: they may be meant as such. */
export function formattedIn(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph'
      ? formattedIn(node.children)
      : node.type === 'text' || plainTypes.has(node.type)
        ? []
        : node,
  );
}

/** The way back: right answers first. */
export function answersToMarkdown<Key>(
  {
    accepted,
    wrong,
  }: { readonly accepted: readonly ListedAnswer<Key>[]; readonly wrong: readonly ListedAnswer<Key>[] },
  write: (key: Key) => RootContent,
): List {
  const item = (checked: boolean) => (answer: ListedAnswer<Key>) =>
    taskItem(checked, [write(answer.key)], answer.feedback);
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: [...accepted.map(item(true)), ...wrong.map(item(false))],
  };
}

/** All markdown in answers. */
export function answersMarkdown<Key>({
  accepted,
  wrong,
}: {
  readonly accepted: readonly ListedAnswer<Key>[];
  readonly wrong: readonly ListedAnswer<Key>[];
}): readonly RootContent[] {
  return [...accepted, ...wrong].flatMap((answer) => answer.feedback);
}
