import type { Element } from 'hast';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fenceOptions } from '../fence-options.ts';
import type { Rendering } from '../rendering.ts';
import type { Slot } from '../slot.ts';

/** What a kind of code block understands. */
interface KnownOptions {
  readonly options: readonly string[];
  /** Those of them that may stand without a value. */
  readonly flags?: readonly string[];
  /** Whether lines can be marked: `{2,4-6}`. */
  readonly lines?: boolean;
}

/** Reads the options behind a code fence and reports those that are not known. */
export function readFence(
  slot: Extract<Slot, { kind: 'code' }>,
  node: Element,
  known: KnownOptions,
  { note }: Rendering,
): { options: ReadonlyMap<string, string>; lines: string | null } {
  const { options, lines, rest } = fenceOptions(slot.meta, known.flags);
  const marks = known.lines === true ? ', and `{2,4-6}` for lines to mark' : '';
  const list = `Known are ${known.options.map((name) => `\`${name}="…"\``).join(', ')}${marks}`;
  const unknown = [...options.keys()].filter((name) => !known.options.includes(name));
  if (lines !== null && known.lines !== true) unknown.push(`{${lines}}`);
  if (rest !== '') unknown.push(rest);
  for (const name of unknown) {
    const meant = didYouMean(name, known.options);
    note('fence-option', {
      reason: `\`${name}\` behind the code fence is not understood`,
      fix: meant === null ? `${list}; a value with spaces needs quotes` : `Did you mean \`${meant}\`? ${list}`,
      at: node.position,
    });
  }
  return { options, lines };
}
