import type { CourseOutcome } from '../../../contract/course-outcome.ts';
import type { SendToPlayer } from '../../page/connect-player.ts';

/** Fills one page; called again with every change. */
export type ShowOutcome = (outcome: CourseOutcome, tools: OutcomeTools) => void;

export interface OutcomeTools {
  /** A learner word by key, gaps filled. */
  readonly word: (key: string, gaps?: Readonly<Record<string, string | number>>) => string;
  /** `80%` from hundredths of a percent. */
  readonly percent: (hundredths: number) => string;
  readonly send: SendToPlayer;
}

/** Sets the text of the part of the page that has this attribute, if there is one, and shows or hides it with it. */
export function fill(part: string, text: string): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-${part}]`);
  if (element === null) return null;
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === '';
  return element;
}
