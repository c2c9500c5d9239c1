import { timeOfDay, timespan } from '../../contract/durations.ts';
import { withArranged, withTyped } from '../../contract/features.ts';
import type { Interaction, InteractionBody } from '../../contract/interaction.ts';

/** The one character Rustici takes for an option in SCORM 1.2: 36 of them. */
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** The same for the second half of a pair and for steps of a scale: 1 is the first. */
const numbers = '123456789abcdefghijklmnopqrstuvwxyz0';
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
    ...(interaction.objectives ?? []).map((id, index) => [`objectives.${index}.id`, id] as const),
    ['time', timeOfDay(interaction.time)],
    ['weighting', decimal(Math.min(Math.max(interaction.weighting, 0), 100))],
  ];
  if (body.patterns.every((pattern) => pattern.length <= longest)) {
    for (const [index, pattern] of body.patterns.entries())
      elements.push([`correct_responses.${index}.pattern`, pattern]);
  }
  if (body.response !== null && body.response.length <= longest) elements.push(['student_response', body.response]);
  elements.push(['result', interaction.result === 'incorrect' ? 'wrong' : interaction.result]);
  if (interaction.latency !== null) elements.push(['latency', timespan(interaction.latency)]);
  return elements;
}

interface EncodedBody {
  readonly type: string;
  readonly patterns: readonly string[];
  readonly response: string | null;
}

type Encoders = {
  readonly [K in InteractionBody['kind']]: (body: Extract<InteractionBody, { kind: K }>) => EncodedBody;
};

/** One entry a kind of interaction. */
const choiceEncoders: Pick<Encoders, 'true-false' | 'choice'> = {
  'true-false': (body) => ({
    type: 'true-false',
    patterns: [body.correct ? 't' : 'f'],
    response: body.chosen ? 't' : 'f',
  }),
  choice: (body) => {
    // More than 36 options: graded, but there is no legal way to say which (adapt_framework#1376).
    if (body.options.length > letters.length) return { type: 'choice', patterns: [], response: null };
    const encode = (indices: readonly number[]): string =>
      [...indices]
        .sort((a, b) => a - b)
        .map((index) => letters.charAt(index))
        .join(',');
    return { type: 'choice', patterns: [encode(body.correct)], response: encode(body.chosen) };
  },
};

const typedEncoders: Pick<Encoders, 'fill-in' | 'numeric' | 'blanks'> = {
  'fill-in': (body) => ({ type: 'fill-in', patterns: body.correct, response: body.given }),
  // A pattern is one number (RTE 1.2, CMIDecimal): a range without a number of its own has none.
  numeric: (body) => ({
    type: 'numeric',
    patterns: body.correct.flatMap(({ exact }) => exact ?? []),
    response: body.given,
  }),
  // One text for all gaps: the standard has no type with several. Of each gap the first right text stands in the pattern.
  blanks: (body) => ({
    type: 'fill-in',
    patterns: [body.correct.map(([first]) => first ?? '').join(betweenBlanks)],
    response: body.given.join(betweenBlanks),
  }),
};

const arrangingEncoders: Pick<Encoders, 'matching' | 'sequencing' | 'likert' | 'open'> = {
  matching: (body) => {
    if (Math.max(body.items.length, body.answers.length) > letters.length)
      return { type: 'matching', patterns: [], response: null };
    const encode = (pairs: readonly (readonly [number, number])[]): string =>
      pairs.map(([item, answer]) => `${letters.charAt(item)}.${numbers.charAt(answer)}`).join(',');
    return { type: 'matching', patterns: [encode(body.correct)], response: encode(body.chosen) };
  },
  sequencing: (body) => {
    if (body.items.length > letters.length) return { type: 'sequencing', patterns: [], response: null };
    const encode = (indices: readonly number[]): string => indices.map((index) => letters.charAt(index)).join(',');
    return { type: 'sequencing', patterns: [encode([...body.items.keys()])], response: encode(body.chosen) };
  },
  likert: (body) => ({ type: 'likert', patterns: [], response: numbers.charAt(body.chosen) || null }),
  // The one response that may be cut: it is prose, and the author was told how much of it arrives. Line ends become
  // spaces, since a CMIString255 is one line for some LMSs.
  open: (body) => ({ type: 'fill-in', patterns: [], response: cutText(body.text.replace(/\s+/g, ' ').trim()) }),
};

const betweenBlanks = ' | ';

const encoders: Partial<Encoders> = {
  ...choiceEncoders,
  ...(withTyped ? typedEncoders : null),
  ...(withArranged ? arrangingEncoders : null),
};

// The tables' types tie each entry to its kind; TypeScript cannot follow that through an index, hence the cast. A build
// without a kind has no questions that make one.
const encodeBody = (body: InteractionBody): EncodedBody =>
  (encoders[body.kind] as (body: InteractionBody) => EncodedBody)(body);

/** At most 255 UTF-16 units, no half of a surrogate pair at the end. */
function cutText(text: string): string {
  const cut = text.slice(0, longest);
  return /[\ud800-\udbff]$/.test(cut) && text.length > longest ? cut.slice(0, -1) : cut;
}

/** Plain decimal with a leading digit and at most two places: ILIAS refuses `.5`. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}
