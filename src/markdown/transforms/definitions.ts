import type { Element, ElementContent, Parents, Root } from 'hast';

/** Definition lists that follow each other are one: an author writes each term as a paragraph of its own. */
export function definitions(tree: Root): void {
  joinLists(tree);
}

function joinLists(parent: Parents): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'doctype') continue;
    const before = listAtEnd(children);
    if (child.type === 'element' && child.tagName === 'dl' && before !== null) {
      children.splice(children.indexOf(before) + 1);
      before.children.push(...child.children);
    } else children.push(child);
    if (child.type === 'element') joinLists(child);
  }
  parent.children = children;
}

/** The list that ends these, only white space behind it. */
function listAtEnd(children: readonly ElementContent[]): Element | null {
  const last = children.findLast((node) => node.type !== 'text' || node.value.trim() !== '');
  return last?.type === 'element' && last.tagName === 'dl' ? last : null;
}
