import type { Conduct, Step } from './conduct.ts';
import { callRules } from './rules/call-rules.ts';
import { sessionRules } from './rules/session-rules.ts';
import { valueRules } from './rules/value-rules.ts';
import type { Call, Violation } from './strict-lms.ts';

export interface BrokenRule {
  readonly id: string;
  /** What good content does. */
  readonly text: string;
  /** The standard's section, or the LMS that the rule is for. */
  readonly source: string;
}

/** A rule of good content: what plays in every LMS, which is less than the standard allows. */
export interface Rule extends BrokenRule {
  /** True if this call breaks the rule, seen what was done before it. */
  readonly broken: (step: Step, before: Conduct) => boolean;
}

/** Every rule, by subject: how the API is called, what is written, how a session goes. */
export const rules: readonly Rule[] = [...callRules, ...valueRules, ...sessionRules];

/** The rules that a call breaks, in the table's order. */
export function brokenRules(step: Step, before: Conduct): readonly BrokenRule[] {
  return rules.filter((rule) => rule.broken(step, before)).map(({ id, text, source }) => ({ id, text, source }));
}

/** Each broken rule of a log with the call that broke it, in the order of the calls. */
export function violations(log: readonly Call[]): readonly Violation[] {
  return log.flatMap((call) => call.rules.map((rule) => ({ rule, call })));
}
