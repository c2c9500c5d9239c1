import type { CourseOutcome, PageLink } from '../../../contract/course-outcome.ts';
import type { SendToPlayer } from '../../page/connect-player.ts';

/** Fills one page; called again with every change. */
export type ShowOutcome = (outcome: CourseOutcome, tools: OutcomeTools) => void;

export interface OutcomeTools {
  /** A learner word by key, gaps filled. */
  readonly word: (key: string, gaps?: Readonly<Record<string, string | number>>) => string;
  /** `80%` from hundredths of a percent. */
  readonly percent: (hundredths: number) => string;
  /** The part of the page with the attribute `data-<name>`; null where this course has none. */
  readonly part: (name: string) => HTMLElement | null;
  readonly send: SendToPlayer;
}

/** Sets a text only where it differs, so that selections break only on a real change. */
export function setText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}

/** Sets the text of a part that is hidden without one. */
export function setPart(element: HTMLElement | null, text: string): void {
  setText(element, text);
  if (element !== null) element.hidden = text === '';
}

/** A link that the player follows. */
export function pageLink({ page, href }: PageLink, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.dataset['page'] = page;
  link.textContent = text;
  return link;
}

/** A row of a table: a heading, then plain cells. */
export function tableRow(head: string | Node, cells: readonly string[]): HTMLElement {
  const row = document.createElement('tr');
  const first = document.createElement('th');
  first.scope = 'row';
  first.append(head);
  const others = cells.map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  });
  row.append(first, ...others);
  return row;
}

/** Puts these into an element, unless it says the same already: a focus in it stays. */
export function replace(element: HTMLElement | null, children: readonly HTMLElement[]): void {
  if (element === null) return;
  const box = document.createElement('div');
  box.append(...children.map((child) => child.cloneNode(true)));
  if (box.textContent !== element.textContent) element.replaceChildren(...children);
}
