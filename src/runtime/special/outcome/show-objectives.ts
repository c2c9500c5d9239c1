import type { CourseOutcome } from '../../../contract/course-outcome.ts';
import { type OutcomeTools, replace, tableRow } from './outcome-tools.ts';

/** How much of each objective was reached, on every page that has a place for it; none before anything was asked. */
export function showObjectives({ objectives }: CourseOutcome, { part, percent }: OutcomeTools): void {
  part('objectives')?.toggleAttribute('hidden', !objectives.some(({ score }) => score !== null));
  replace(
    part('objective-rows'),
    objectives.map(({ title, score }) => tableRow(title, [score === null ? '–' : percent(score)])),
  );
}
