import type { Position } from 'unist';
import type { GateData } from '../contract/course-data.ts';
import type { Course, Opens } from './course.ts';

/** What a checked text of `opens:` means. */
export function parseOpens(text: string, position: Position): Opens {
  const [word, name = ''] = text.split(' ');
  if (word === 'always') return { position, kind: 'always' };
  if (word === 'after') return { position, kind: 'after', page: name === 'previous' ? null : name };
  return { position, kind: 'passed', quiz: name };
}

/** The way back. */
export function opensText(opens: Opens): string {
  if (opens.kind === 'always') return 'always';
  return opens.kind === 'after' ? `after ${opens.page ?? 'previous'}` : `when ${opens.quiz} passed`;
}

/** What the page at this place of the course waits for; undefined if it is always open. */
export function gateOf(course: Course, index: number): GateData | undefined {
  const page = course.pages[index];
  const opens = page?.opens ?? (course.gating === 'sequential' ? { kind: 'after' as const, page: null } : undefined);
  if (opens === undefined || opens.kind === 'always') return undefined;
  if (opens.kind === 'passed') return { passed: opens.quiz };
  const after = opens.page ?? course.pages[index - 1]?.id;
  return after === undefined ? undefined : { after };
}
