import * as format from './formats.ts';

/** One row of the SCORM 1.2 data model (RTE 3.4.4). */
export interface ElementModel {
  readonly access: 'read' | 'write' | 'both';
  /** Check of a written value; read-only elements have none. */
  readonly accepts: format.Format;
  /** What reading gives before anything is written. */
  readonly initial: string;
  /** The standard lets an LMS leave it out. */
  readonly optional: boolean;
}

const readOnly = (optional = false): ElementModel => ({
  access: 'read',
  accepts: format.anything,
  initial: '',
  optional,
});
const readWrite = (accepts: format.Format, initial = '', optional = false): ElementModel => ({
  access: 'both',
  accepts,
  initial,
  optional,
});
const writeOnly = (accepts: format.Format, optional = false): ElementModel => ({
  access: 'write',
  accepts,
  initial: '',
  optional,
});

/** Every element with a value; `n` stands for an index. */
export const dataModel: Readonly<Record<string, ElementModel>> = {
  'cmi.core.student_id': readOnly(),
  'cmi.core.student_name': readOnly(),
  'cmi.core.lesson_location': readWrite(format.string255),
  'cmi.core.credit': readOnly(),
  'cmi.core.lesson_status': readWrite(format.writtenStatus, 'not attempted'),
  'cmi.core.entry': readOnly(),
  'cmi.core.score.raw': readWrite(format.score),
  'cmi.core.score.min': readWrite(format.score, '', true),
  'cmi.core.score.max': readWrite(format.score, '', true),
  'cmi.core.total_time': readOnly(),
  'cmi.core.lesson_mode': readOnly(true),
  'cmi.core.exit': writeOnly(format.exit),
  'cmi.core.session_time': writeOnly(format.timespan),
  'cmi.suspend_data': readWrite(format.string4096),
  'cmi.launch_data': readOnly(),
  'cmi.comments': readWrite(format.string4096, '', true),
  'cmi.comments_from_lms': readOnly(true),
  'cmi.objectives.n.id': readWrite(format.identifier, '', true),
  'cmi.objectives.n.score.raw': readWrite(format.score, '', true),
  'cmi.objectives.n.score.min': readWrite(format.score, '', true),
  'cmi.objectives.n.score.max': readWrite(format.score, '', true),
  'cmi.objectives.n.status': readWrite(format.objectiveStatus, '', true),
  'cmi.student_data.mastery_score': readOnly(true),
  'cmi.student_data.max_time_allowed': readOnly(true),
  'cmi.student_data.time_limit_action': readOnly(true),
  'cmi.student_preference.audio': readWrite(format.integer(-1, 100), '0', true),
  'cmi.student_preference.language': readWrite(format.string255, '', true),
  'cmi.student_preference.speed': readWrite(format.integer(-100, 100), '0', true),
  'cmi.student_preference.text': readWrite(format.integer(-1, 1), '0', true),
  'cmi.interactions.n.id': writeOnly(format.identifier, true),
  'cmi.interactions.n.objectives.n.id': writeOnly(format.identifier, true),
  'cmi.interactions.n.time': writeOnly(format.time, true),
  'cmi.interactions.n.type': writeOnly(format.interactionType, true),
  'cmi.interactions.n.correct_responses.n.pattern': writeOnly(format.response, true),
  'cmi.interactions.n.weighting': writeOnly(format.decimal, true),
  'cmi.interactions.n.student_response': writeOnly(format.response, true),
  'cmi.interactions.n.result': writeOnly(format.interactionResult, true),
  'cmi.interactions.n.latency': writeOnly(format.timespan, true),
};

/** What `_children` lists, in the standard's order. */
const children: Readonly<Record<string, readonly string[]>> = {
  'cmi.core': [
    'student_id',
    'student_name',
    'lesson_location',
    'credit',
    'lesson_status',
    'entry',
    'score',
    'total_time',
    'lesson_mode',
    'exit',
    'session_time',
  ],
  'cmi.core.score': ['raw', 'min', 'max'],
  'cmi.objectives': ['id', 'score', 'status'],
  'cmi.objectives.n.score': ['raw', 'min', 'max'],
  'cmi.student_data': ['mastery_score', 'max_time_allowed', 'time_limit_action'],
  'cmi.student_preference': ['audio', 'language', 'speed', 'text'],
  'cmi.interactions': [
    'id',
    'objectives',
    'time',
    'type',
    'correct_responses',
    'weighting',
    'student_response',
    'result',
    'latency',
  ],
};

const arrays = new Set([
  'cmi.objectives',
  'cmi.interactions',
  'cmi.interactions.n.objectives',
  'cmi.interactions.n.correct_responses',
]);

/** The model's version, in the AICC numbering that SCORM 1.2 took over. */
export const modelVersion = '3.4';

/** An array the element lies in: `cmi.interactions`, 3 for `cmi.interactions.3.id`. */
export interface Place {
  readonly array: string;
  readonly index: number;
}

export type Located =
  | {
      readonly kind: 'value';
      readonly pattern: string;
      readonly model: ElementModel;
      readonly places: readonly Place[];
    }
  | { readonly kind: 'children'; readonly children: readonly string[]; readonly places: readonly Place[] }
  | { readonly kind: 'count'; readonly array: string; readonly places: readonly Place[] }
  | { readonly kind: 'version' }
  /** `_children` of an element that has none: error 202 on reading. */
  | { readonly kind: 'childless' }
  /** `_count` of something that is no array: error 203 on reading. */
  | { readonly kind: 'uncountable' }
  | { readonly kind: 'unknown' };

/** Names found before: every call of the API asks several times. Emptied before it grows without end. */
const found = new Map<string, Located>();
const mostFound = 10_000;

/** Finds what a name stands for in the data model. Takes any string; an index with a leading zero is unknown. */
export function locate(element: string): Located {
  const known = found.get(element);
  if (known !== undefined) return known;
  const located = look(element);
  if (found.size >= mostFound) found.clear();
  found.set(element, located);
  return located;
}

function look(element: string): Located {
  if (element === 'cmi._version') return { kind: 'version' };
  const segments = element.split('.');
  const last = segments.at(-1) ?? '';
  if (last === '_children' || last === '_count') {
    const parent = segments.slice(0, -1);
    return locateKeyword(last, patternOf(parent), parent.join('.'), placesOf(parent));
  }
  const pattern = patternOf(segments);
  const model = Object.hasOwn(dataModel, pattern) ? dataModel[pattern] : undefined;
  return model ? { kind: 'value', pattern, model, places: placesOf(segments) } : { kind: 'unknown' };
}

function locateKeyword(
  keyword: '_children' | '_count',
  pattern: string,
  parent: string,
  places: readonly Place[],
): Located {
  const known = Object.hasOwn(dataModel, pattern) || Object.hasOwn(children, pattern) || arrays.has(pattern);
  if (!known) return { kind: 'unknown' };
  if (keyword === '_count')
    return arrays.has(pattern) ? { kind: 'count', array: parent, places } : { kind: 'uncountable' };
  const list = Object.hasOwn(children, pattern) ? children[pattern] : undefined;
  return list ? { kind: 'children', children: list, places } : { kind: 'childless' };
}

const isIndex = (segment: string): boolean => /^(0|[1-9]\d{0,8})$/.test(segment);

function patternOf(segments: readonly string[]): string {
  // A literal "n" is not an index: it must not match the table's placeholder.
  return segments.map((segment) => (isIndex(segment) ? 'n' : segment === 'n' ? '?' : segment)).join('.');
}

function placesOf(segments: readonly string[]): readonly Place[] {
  return segments.flatMap((segment, position) =>
    isIndex(segment) ? [{ array: segments.slice(0, position).join('.'), index: Number(segment) }] : [],
  );
}
