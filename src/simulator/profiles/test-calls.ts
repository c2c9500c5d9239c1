import type { ProfileId } from '../profile.ts';
import { createLms, type Lms, type LmsOptions } from '../strict-lms.ts';

/** Short forms of API calls for the profiles' tests. */
export type Value = readonly [element: string, value: string];

export function started(profile: ProfileId, options: LmsOptions = {}): Lms {
  const lms = createLms({ ...options, profile });
  lms.api.LMSInitialize('');
  return lms;
}

export const set = (lms: Lms, ...values: readonly Value[]): unknown[] =>
  values.map(([element, value]) => lms.api.LMSSetValue(element, value));
export const get = (lms: Lms, element: string): unknown => lms.api.LMSGetValue(element);
export const error = (lms: Lms): unknown => lms.api.LMSGetLastError('');
export const status = (value: string): Value => ['cmi.core.lesson_status', value];
export const raw = (value: string): Value => ['cmi.core.score.raw', value];
export const suspend: Value = ['cmi.core.exit', 'suspend'];
export const long = (length: number): Value => ['cmi.suspend_data', 'x'.repeat(length)];
