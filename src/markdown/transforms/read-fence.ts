import type { Element } from 'hast';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { fenceOptions } from '../fence-options.ts';
import type { Rendering } from '../rendering.ts';
import type { Slot } from '../slot.ts';

/** Reads the options behind a code fence and reports those that are not known. */
export function readFence(
  slot: Extract<Slot, { kind: 'code' }>,
  node: Element,
  known: readonly string[],
  { note }: Rendering,
): ReadonlyMap<string, string> {
  const { options, rest } = fenceOptions(slot.meta);
  const list = `Known are ${known.map((name) => `\`${name}="…"\``).join(', ')}`;
  const unknown = [...options.keys()].filter((name) => !known.includes(name));
  if (rest !== '') unknown.push(rest);
  for (const name of unknown) {
    const meant = didYouMean(name, known);
    note('fence-option', {
      reason: `\`${name}\` behind the code fence is not understood`,
      fix: meant === null ? `${list}; a value with spaces needs quotes` : `Did you mean \`${meant}\`? ${list}`,
      at: node.position,
    });
  }
  return options;
}
