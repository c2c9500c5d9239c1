import { frameApp } from './frame-messages.ts';

/** What the parsers of messages are made of: each tells whether a value has a form. */

export type Guard<T> = (value: unknown) => value is T;
export type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

/** More than any id, title or word of a course needs; a longer one is not ours. */
const longestText = 10_000;

export const isText: Guard<string> = (value): value is string =>
  typeof value === 'string' && value.length <= longestText;
export const isFlag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
export const isFraction: Guard<number> = (value): value is number => isNumber(value) && value >= 0 && value <= 1;
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);
export const oneOf =
  <T extends string>(...texts: readonly T[]): Guard<T> =>
  (value): value is T =>
    (texts as readonly unknown[]).includes(value);
export const listOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longestText && value.every(guard);
export const recordOf =
  <T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(guard);
export const shape =
  <T>(fields: Fields<T>): Guard<T> =>
  (value): value is T =>
    isObject(value) &&
    (Object.entries(fields) as [string, Guard<unknown>][]).every(
      ([name, guard]) => Object.hasOwn(value, name) && guard(value[name]),
    );

/** Whether a value has the form that the table names for this kind. */
export function byKind(table: Readonly<Record<string, unknown>>, kind: unknown, value: unknown): boolean {
  return typeof kind === 'string' && Object.hasOwn(table, kind) && shape(table[kind] as Fields<unknown>)(value);
}

/** Every message carries the mark that tells it from strangers' messages. */
export const isOurs = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && value['app'] === frameApp;
