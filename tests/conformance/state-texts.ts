import { checksum } from '../../src/contract/checksum.ts';
import type { CourseData } from '../../src/contract/course-data.ts';
import { emptyState } from '../../src/contract/learner-state.ts';
import { encodeState } from '../../src/contract/state-codec.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The state as a later version of the software might write it: whole, in a format that is not known yet. */
export function newerState(state: string): string {
  const sum = checksum(`9${state.slice(5)}`);
  return `9${[18, 12, 6, 0].map((shift) => letters.charAt((sum >> shift) & 63)).join('')}${state.slice(5)}`;
}

/** A state of another course, in which everything was passed. */
export const foreignState = (course: CourseData): string =>
  encodeState(
    { ...emptyState, sequence: 90, registration: 7, reported: { status: 'passed', score: 10_000 } },
    { ...course, id: `not ${course.id}` },
  );

/** What no good software would store. */
export const hostileStates: Readonly<Record<string, string>> = {
  markup: '"><img src=x onerror=alert(1)><script>alert(2)</script>',
  'control characters': `1\u0000\u0007\u001b[2J\u202e${'\ud800'}\r\n`,
  'the names of objects': '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
  'without end': '1AAAA'.padEnd(70_000, 'A'),
};
