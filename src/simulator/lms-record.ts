import type { LessonMode, Values } from './profile.ts';

/** One interaction as the LMS stored it; "" where the content wrote nothing. */
export interface StoredInteraction {
  readonly id: string;
  readonly objectives: readonly string[];
  readonly time: string;
  readonly type: string;
  readonly correctResponses: readonly string[];
  readonly weighting: string;
  readonly studentResponse: string;
  readonly result: string;
  readonly latency: string;
}

export interface StoredObjective {
  readonly id: string;
  readonly status: string;
  readonly score: StoredScore;
}

export interface StoredScore {
  readonly raw: string;
  readonly min: string;
  readonly max: string;
}

/** A grade handed to the gradebook at the moment it happened (Open edX), 0…1. */
export interface PublishedGrade {
  readonly at: number;
  readonly status: string;
  readonly grade: number;
}

/** The stored record of one learner on one SCO: plain data, as a trainer's report would show it. */
export interface LmsRecord {
  /** `not attempted` until something was stored. */
  readonly status: string;
  readonly score: StoredScore;
  /** HHHH:MM:SS.cc over all launches. */
  readonly totalTime: string;
  readonly location: string;
  readonly suspendData: string;
  readonly exit: string;
  readonly comments: string;
  readonly interactions: readonly StoredInteraction[];
  readonly objectives: readonly StoredObjective[];
  /** What `cmi.core.entry` will say at the next launch. */
  readonly nextEntry: string;
  /** What `cmi.core.lesson_mode` will say at the next launch, launch wishes unchanged. */
  readonly nextMode: LessonMode;
  readonly launches: number;
  /** How often something was stored. */
  readonly commits: number;
  readonly grades: readonly PublishedGrade[];
  /** Every stored element. */
  readonly values: Readonly<Record<string, string>>;
}

/** What the record knows beside its values. */
export type RecordFacts = Pick<LmsRecord, 'nextEntry' | 'nextMode' | 'launches' | 'commits' | 'grades'>;

/** Reads stored elements as a report. */
export function readRecord(values: Values, facts: RecordFacts): LmsRecord {
  const read = (element: string): string => values.get(element) ?? '';
  const score = (parent: string): StoredScore => ({
    raw: read(`${parent}.score.raw`),
    min: read(`${parent}.score.min`),
    max: read(`${parent}.score.max`),
  });
  return {
    status: values.get('cmi.core.lesson_status') ?? 'not attempted',
    score: score('cmi.core'),
    totalTime: values.get('cmi.core.total_time') ?? '0000:00:00.00',
    location: read('cmi.core.lesson_location'),
    suspendData: read('cmi.suspend_data'),
    exit: read('cmi.core.exit'),
    comments: read('cmi.comments'),
    interactions: rows(values, 'cmi.interactions').map((row) => ({
      id: read(`${row}.id`),
      objectives: column(values, `${row}.objectives`, 'id'),
      time: read(`${row}.time`),
      type: read(`${row}.type`),
      correctResponses: column(values, `${row}.correct_responses`, 'pattern'),
      weighting: read(`${row}.weighting`),
      studentResponse: read(`${row}.student_response`),
      result: read(`${row}.result`),
      latency: read(`${row}.latency`),
    })),
    objectives: rows(values, 'cmi.objectives').map((row) => ({
      id: read(`${row}.id`),
      status: read(`${row}.status`),
      score: score(row),
    })),
    ...facts,
    values: Object.fromEntries(values),
  };
}

/** The array's rows as element prefixes, in the order of their indices. */
function rows(values: Values, array: string): readonly string[] {
  const indices = new Set<number>();
  for (const element of values.keys()) {
    if (!element.startsWith(`${array}.`)) continue;
    const index = Number.parseInt(element.slice(array.length + 1), 10);
    if (!Number.isNaN(index)) indices.add(index);
  }
  return [...indices].sort((a, b) => a - b).map((index) => `${array}.${index}`);
}

/** One leaf of each row of a small array, up to its first gap. */
function column(values: Values, array: string, leaf: string): readonly string[] {
  const found: string[] = [];
  for (;;) {
    const value = values.get(`${array}.${found.length}.${leaf}`);
    if (value === undefined) return found;
    found.push(value);
  }
}
