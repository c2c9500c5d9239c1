import { argumentText } from './argument-text.ts';
import { type ElementModel, locate, modelVersion, type Place } from './data-model.ts';
import type { ErrorCode } from './error-codes.ts';
import type { Profile, Values } from './profile.ts';

/** The values of one launch: what LMSSetValue wrote and LMSGetValue reads, before anything is stored. */
export interface Session {
  readonly values: Values;
  read(element: unknown): Reading;
  /** Checks and keeps a value, as the profile has it. */
  write(element: unknown, value: unknown): ErrorCode;
  /** Sets a value as the LMS itself, unchecked. */
  put(element: string, value: string): void;
  /** Elements set in this launch, sent or not. */
  written(): readonly string[];
  /** Elements that the next commit sends, with their values. */
  unsent(): Values;
  /** From now on the LMS believes that everything was sent. */
  markSent(): void;
  /** Elements read as "" until they are set again. */
  blank(elements: readonly string[]): void;
}

export interface Reading {
  readonly answer: string;
  readonly error: ErrorCode;
}

const nothing = (error: ErrorCode): Reading => ({ answer: '', error });

/**
 * Starts a session.
 * @param stored what earlier launches stored
 * @param given elements that the LMS sets for this launch (learner, entry, mode …), not part of what is sent
 */
export function createSession(profile: Profile, stored: Values, given: Readonly<Record<string, string>>): Session {
  const values = new Map(stored);
  for (const [element, value] of Object.entries(given)) values.set(element, value);
  const counts = countsOf(values);
  const lastSent = new Map(values);
  const unsent = new Set<string>();
  const written = new Set<string>();
  const blanked = new Set<string>();

  const put = (element: string, value: string): void => {
    values.set(element, value);
    written.add(element);
    blanked.delete(element);
    if (profile.resends === 'changed-only' && lastSent.get(element) === value) unsent.delete(element);
    else unsent.add(element);
  };

  const readKnown = (element: string): Reading => {
    const found = locate(element);
    switch (found.kind) {
      case 'unknown':
        return profile.checks === 'none'
          ? { answer: values.get(element) ?? '', error: 0 }
          : nothing(profile.unknownElement);
      case 'version':
        return { answer: modelVersion, error: 0 };
      case 'childless':
        return nothing(202);
      case 'uncountable':
        return nothing(203);
      case 'children':
        return exists(counts, found.places)
          ? { answer: found.children.join(profile.childrenSeparator), error: 0 }
          : nothing(201);
      case 'count':
        return exists(counts, found.places) ? { answer: String(counts.get(found.array) ?? 0), error: 0 } : nothing(201);
      case 'value': {
        const refusal = profile.refuses?.(found.pattern) ?? 0;
        if (refusal !== 0) return nothing(refusal);
        if (found.model.access === 'write' && profile.checks === 'all') return nothing(404);
        if (!exists(counts, found.places)) return nothing(profile.checks === 'all' ? 201 : 0);
        return { answer: blanked.has(element) ? '' : (values.get(element) ?? found.model.initial), error: 0 };
      }
    }
  };

  const accepts = (element: string, pattern: string, model: ElementModel, value: string): boolean => {
    if (profile.checks === 'none') return true;
    const type = values.get(element.replace(/(\.\d+\.).*$/, '$1type')) ?? '';
    if (pattern === 'cmi.suspend_data') return value.length <= profile.suspendDataLimit || profile.overLimit === 'cut';
    return profile.accepts?.(pattern, value, type) ?? model.accepts(value, type);
  };

  const kept = (element: string, pattern: string, value: string): string => {
    const before = values.get(element) ?? '';
    if (pattern === 'cmi.suspend_data') return value.slice(0, profile.suspendDataLimit);
    // Comments add up: RTE 3.4.4, cmi.comments; the limit holds for the whole.
    if (pattern === 'cmi.comments') return (before + value).slice(0, 4096);
    if (
      profile.blanksResponseBeforeType &&
      /\.(student_response|pattern)$/.test(pattern) &&
      !values.has(element.replace(/(\.\d+\.).*$/, '$1type'))
    ) {
      return '';
    }
    return profile.keeps?.(pattern, value, before) ?? value;
  };

  const writeKnown = (element: string, value: string): ErrorCode => {
    const found = locate(element);
    if (found.kind === 'unknown') {
      if (profile.checks === 'all') return profile.unknownElement;
      put(element, value);
      return 0;
    }
    // Keywords, also those of elements that have none: 402 comes before 202 and 203, which are for reading.
    if (found.kind !== 'value') return profile.checks === 'all' ? 402 : 0;
    const refusal = profile.refuses?.(found.pattern) ?? 0;
    if (refusal !== 0) return refusal;
    if (found.model.access === 'read') return profile.checks === 'all' ? 403 : 0;
    if (profile.checks === 'all' && !fits(counts, found.places)) return 201;
    if (!accepts(element, found.pattern, found.model, value)) return 405;
    for (const place of found.places) {
      counts.set(place.array, Math.max(counts.get(place.array) ?? 0, place.index + 1));
    }
    put(element, kept(element, found.pattern, value));
    return 0;
  };

  return {
    values,
    read: (element) => {
      const name = argumentText(element);
      if (name === null || name === '') return nothing(profile.checks === 'none' ? 0 : 201);
      return readKnown(name);
    },
    write: (element, value) => {
      const name = argumentText(element);
      const content = argumentText(value);
      if (name === null || name === '' || content === null) return profile.checks === 'none' ? 0 : 201;
      return writeKnown(name, content);
    },
    put,
    written: () => [...written],
    unsent: () => new Map([...unsent].map((element) => [element, values.get(element) ?? ''])),
    markSent: () => {
      for (const element of unsent) lastSent.set(element, values.get(element) ?? '');
      unsent.clear();
    },
    blank: (elements) => {
      for (const element of elements) blanked.add(element);
    },
  };
}

function countsOf(values: Values): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of values.keys()) {
    const found = locate(element);
    if (found.kind !== 'value') continue;
    for (const place of found.places) {
      counts.set(place.array, Math.max(counts.get(place.array) ?? 0, place.index + 1));
    }
  }
  return counts;
}

const exists = (counts: ReadonlyMap<string, number>, places: readonly Place[]): boolean =>
  places.every((place) => place.index < (counts.get(place.array) ?? 0));

/** An index may be one past the end (RTE 3.4.4: arrays grow by one, from 0). */
const fits = (counts: ReadonlyMap<string, number>, places: readonly Place[]): boolean =>
  places.every((place) => place.index <= (counts.get(place.array) ?? 0));
