import type { Element, ElementContent, Nodes, Parents } from 'hast';
import type { Position } from 'unist';

/**
 * What the compiler makes itself, on its way through parser and sanitiser. It travels in a node's `data`, which HTML
 * has no way to write, so an author's HTML cannot forge one.
 */
export type Slot =
  | { readonly kind: 'quiz'; readonly quiz: string }
  | { readonly kind: 'blank'; readonly number: number }
  | {
      readonly kind: 'element';
      readonly form: 'container' | 'leaf';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** First child of an element or callout that has a label or title of its own. */
  | { readonly kind: 'label' }
  | { readonly kind: 'callout'; readonly callout: CalloutKind }
  | { readonly kind: 'code'; readonly language: string | null; readonly meta: string; readonly text: string }
  | { readonly kind: 'task'; readonly done: boolean }
  | {
      readonly kind: 'formula';
      readonly tex: string;
      /** `$…$`; `$$…$$` in a line; `$$` on lines of its own. */
      readonly form: 'inline' | 'display' | 'block';
      /** What an author wrote behind the dollars that open a block. */
      readonly stray: string;
    };

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

declare module 'hast' {
  interface ElementData {
    slot?: Slot;
    /** Of a box whose parts begin with headings: the level the author gave to these. */
    partLevel?: number;
  }
}

/** Type of node that `rehype-raw` must pass through unread. */
export const slotType = 'slot';

/**
 * A slot as the HTML parser sees it: a node it does not know. What stands inside is parsed for itself, so that a stray
 * end tag cannot close it.
 */
export function slotNode(slot: Slot, children: readonly ElementContent[], position: Position | undefined): Element {
  const node = { type: slotType, data: { slot }, children: [...children], ...(position && { position }) };
  // The parser and `slotsToElements` are the only ones to see it under this type.
  return node as unknown as Element;
}

/** Slots that stand inside a line. */
const inline: ReadonlySet<Slot['kind'] | undefined> = new Set(['task', 'blank'] as const);

/** Makes slots elements once the HTML is parsed. */
export function slotsToElements(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if ((child.type as string) === slotType) {
      const made = child as Element;
      made.type = 'element';
      made.tagName = inline.has(made.data?.slot?.kind) ? 'span' : 'div';
      made.properties = {};
    }
    slotsToElements(child);
  }
}

/**
 * Replaces each slot of a kind, inner ones first.
 *
 * @param make gives what stands in the slot's place
 */
export function replaceSlots<K extends Slot['kind']>(
  parent: Parents,
  kind: K,
  make: (slot: Extract<Slot, { kind: K }>, node: Element) => readonly ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'doctype') continue;
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    replaceSlots(child, kind, make);
    const slot = child.data?.slot;
    if (isKind(slot, kind)) children.push(...make(slot, child));
    else children.push(child);
  }
  parent.children = children;
}

/** Takes the label off the children of a slot. */
export function splitLabel(node: Element): { label: ElementContent[] | null; body: ElementContent[] } {
  const [first, ...rest] = node.children;
  return first?.type === 'element' && first.data?.slot?.kind === 'label'
    ? { label: first.children, body: rest }
    : { label: null, body: node.children };
}

function isKind<K extends Slot['kind']>(slot: Slot | undefined, kind: K): slot is Extract<Slot, { kind: K }> {
  return slot?.kind === kind;
}
