import type { ApiFunction } from './strict-lms.ts';

/**
 * What an injected fault does with a call:
 * - `false`: answers "false" (LMSGetValue: ""), error `errorCode`; nothing happens
 * - `throw`: throws; nothing happens
 * - `null`, `undefined`, `html`: answers that, error `errorCode`; nothing happens
 * - `lie`: answers "true", error 0; nothing happens
 * - `silent-false`: the call does its work, but answers "false" with error 0
 * - `deny`: the call does its work, but answers "false" with error `errorCode`: the answer to a request got lost
 */
export type FaultAction = 'false' | 'throw' | 'null' | 'undefined' | 'html' | 'lie' | 'silent-false' | 'deny';

/** Calls are counted from 1, for each fault, from when it was added, and only calls of its `fn` and `element`. */
export interface Fault {
  readonly fn: ApiFunction | 'any';
  /** Only this call. */
  readonly nth?: number;
  /** Calls from this one, inclusive. */
  readonly from?: number;
  /** Calls up to this one, inclusive. */
  readonly to?: number;
  /** Every call: the same as naming no range. */
  readonly always?: true;
  /** Only for this element, e.g. `cmi.suspend_data`; a trailing `*` matches any rest. */
  readonly element?: string;
  readonly do: FaultAction;
  /** Default 101. */
  readonly errorCode?: number;
}

/** The faults of one LMS, with their counters. */
export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** Counts the call and gives the first fault that takes it. Asked exactly once a call. */
  take(fn: ApiFunction, element: string): Fault | null;
}

export function createFaultPlan(initial: readonly Fault[]): FaultPlan {
  let plan = initial.map((fault) => ({ fault, seen: 0 }));
  return {
    add: (fault) => {
      plan.push({ fault, seen: 0 });
    },
    clear: () => {
      plan = [];
    },
    take: (fn, element) => {
      let taken: Fault | null = null;
      for (const entry of plan) {
        if (!concerns(entry.fault, fn, element)) continue;
        entry.seen += 1;
        if (taken === null && inRange(entry.fault, entry.seen)) taken = entry.fault;
      }
      return taken;
    },
  };
}

function concerns(fault: Fault, fn: ApiFunction, element: string): boolean {
  if (fault.fn !== 'any' && fault.fn !== fn) return false;
  if (fault.element === undefined) return true;
  return fault.element.endsWith('*') ? element.startsWith(fault.element.slice(0, -1)) : fault.element === element;
}

function inRange(fault: Fault, call: number): boolean {
  if (fault.nth !== undefined) return call === fault.nth;
  return call >= (fault.from ?? 1) && call <= (fault.to ?? Number.POSITIVE_INFINITY);
}
