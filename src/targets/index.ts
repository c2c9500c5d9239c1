import { scorm12 } from './scorm12/scorm12.ts';
import type { Target } from './target.ts';

/** Every target, in the order they are listed to people; the first is the default. */
export const targets = [scorm12] as const satisfies readonly Target[];

/** The target of that id, or null. */
export function findTarget(id: string): Target | null {
  return targets.find((target) => target.id === id) ?? null;
}
