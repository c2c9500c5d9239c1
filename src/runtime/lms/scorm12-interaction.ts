import { timeOfDay, timespan } from '../../contract/durations.ts';
import type { Interaction, InteractionBody } from '../../contract/interaction.ts';

/** The one character Rustici takes for an option in SCORM 1.2: 36 of them. */
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Longest response, pattern or id (CMIString255 / CMIIdentifier). */
const longest = 255;

/**
 * One submitted answer as SCORM 1.2 elements, without the `cmi.interactions.n.` before them, in the order to set: a
 * strict LMS blanks a response set before its type. Only what is legal everywhere (lms-facts, "safe intersection"):
 * what would not fit is left out, never cut.
 */
export function scorm12Interaction(interaction: Interaction): readonly (readonly [element: string, value: string])[] {
  const body = encodeBody(interaction.body);
  const elements: (readonly [string, string])[] = [
    ['id', interaction.id.slice(0, longest)],
    ['type', body.type],
    ['time', timeOfDay(interaction.time)],
    ['weighting', decimal(Math.min(Math.max(interaction.weighting, 0), 100))],
  ];
  if (body.patterns.every((pattern) => pattern.length <= longest)) {
    for (const [index, pattern] of body.patterns.entries()) elements.push([`correct_responses.${index}.pattern`, pattern]);
  }
  if (body.response !== null && body.response.length <= longest) elements.push(['student_response', body.response]);
  elements.push(['result', interaction.result === 'incorrect' ? 'wrong' : interaction.result]);
  if (interaction.latency !== null) elements.push(['latency', timespan(interaction.latency)]);
  return elements;
}

function encodeBody(body: InteractionBody): { type: string; patterns: readonly string[]; response: string | null } {
  switch (body.kind) {
    case 'true-false':
      return { type: 'true-false', patterns: [body.correct ? 't' : 'f'], response: body.chosen ? 't' : 'f' };
    case 'choice': {
      // More than 36 options: graded, but there is no legal way to say which (adapt_framework#1376).
      if (body.options.length > letters.length) return { type: 'choice', patterns: [], response: null };
      const encode = (indices: readonly number[]): string => [...indices].sort((a, b) => a - b).map((index) => letters.charAt(index)).join(',');
      return { type: 'choice', patterns: [encode(body.correct)], response: encode(body.chosen) };
    }
  }
}

/** Plain decimal with a leading digit and at most two places: ILIAS refuses `.5`. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
