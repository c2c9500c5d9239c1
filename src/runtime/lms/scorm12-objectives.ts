import type { ObjectiveProgress } from './lms-port.ts';
import type { Scorm12Calls } from './scorm12-api.ts';
import { decimal } from './scorm12-interaction.ts';

type Element = readonly [name: string, value: string];

/** Rows of an LMS that are looked at; no course has as many objectives. */
const mostRows = 100;
/** Worst first: what is reported is never lowered. */
const order: readonly string[] = ['incomplete', 'failed', 'completed', 'passed'];

/**
 * The elements of `cmi.objectives` (RTE 1.2, 3.4.4) to set for a progress: a row for each objective that has a result, its
 * id first, new rows without gaps behind those that are there. An objective is found again by its id, wherever an earlier
 * version of the course had it. What the LMS has already, or has better, is left alone.
 *
 * All of it is optional in the standard: an LMS that does not list `id` among the children gets nothing, one without
 * `score` or `status` the rest.
 */
export function scorm12Objectives({ get }: Scorm12Calls): (known: readonly ObjectiveProgress[]) => readonly Element[] {
  // Chamilo puts spaces behind the commas.
  const children = get('cmi.objectives._children').value.split(/\s*,\s*/);
  const has = (name: string): boolean => children.includes(name);
  const stored = new Map<string, Row>();
  const count = has('id') ? Math.min(mostRows, Math.trunc(Number(get('cmi.objectives._count').value)) || 0) : 0;
  for (let index = 0; index < count; index += 1) {
    const text = (name: string): string => get(`cmi.objectives.${index}.${name}`).value;
    const id = text('id');
    const name = id.replace(shadowMark, '');
    stored.set(name, {
      index,
      isNamed: id === name,
      score: has('score') ? Number(text('score.raw') || -1) : -1,
      status: has('status') ? text('status').toLowerCase() : '',
    });
  }
  let next = count;

  function rowOf({ id }: ObjectiveProgress): Row {
    const row = stored.get(id) ?? { index: next++, isNamed: false, score: -1, status: '' };
    stored.set(id, row);
    return row;
  }

  function elementsOf({ id, score, status, mayFall }: ObjectiveProgress, row: Row): readonly Element[] {
    const elements: Element[] = row.isNamed ? [] : [['id', id]];
    const told = score / 100;
    if (has('score') && (mayFall ? told !== row.score : told > row.score))
      elements.push(['score.min', '0'], ['score.max', '100'], ['score.raw', decimal(told)]);
    if (has('status') && order.indexOf(status) > order.indexOf(row.status)) elements.push(['status', status]);
    return elements.map(([name, value]) => [`cmi.objectives.${row.index}.${name}`, value] as const);
  }
  return (known) => {
    if (!has('id')) return [];
    const rows = known.map((objective) => [objective, rowOf(objective)] as const);
    // By row: one that was refused before goes first, else those behind it would leave a gap.
    return rows.sort(([, a], [, b]) => a.index - b.index).flatMap(([objective, row]) => elementsOf(objective, row));
  };
}

/**
 * What stands before an objective's id while it is set only to make an LMS send it again (`scorm12.ts`): no author's id
 * has an upper-case letter.
 */
export const shadowMark = /^X/;

interface Row {
  readonly index: number;
  /** It has its id, and not a changed one from a failed commit. */
  readonly isNamed: boolean;
  /** Of 100; -1 for none. */
  readonly score: number;
  readonly status: string;
}
