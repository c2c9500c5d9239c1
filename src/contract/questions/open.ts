import { fullCredit } from '../learner-state.ts';
import { textOfBits, textToBits } from '../typed-text.ts';
import { questionHandler } from './question-logic.ts';

/** How far beyond its limit a draft is kept, so that nothing is lost while the learner shortens it. */
const overrun = 1000;

/** A text of the learner's own, line ends and all. Wire: a 1, so that an empty text has a bit too, then its bytes in UTF-8. */
export const open = questionHandler({
  type: 'open',
  parse: ({ limit }, input) => {
    const text: unknown = input.text;
    if (typeof text !== 'string') return null;
    // Halves of surrogate pairs, which a cut may leave, are no text.
    return {
      type: 'open',
      text: text
        .slice(0, limit + overrun)
        .replace(/\r\n?/g, '\n')
        .replace(/\p{Cs}/gu, ' '),
    };
  },
  isComplete: ({ limit }, { text }) => text.trim() !== '' && text.length <= limit,
  // Worth no points; full credit, so that it never keeps a quiz from being all right.
  grade: () => fullCredit,
  givesPartial: () => false,
  toWire: (_question, { text }) => `1${textToBits(text)}`,
  fromWire: (_question, bits) => {
    const text = bits.startsWith('1') ? textOfBits(bits.slice(1)) : null;
    return text === null ? null : { type: 'open', text };
  },
  shape: () => 'open',
  worstBits: ({ limit }) => 1 + 24 * (limit + overrun),
  variesInLength: () => true,
  // Texts of a few questions would fill a SCORM 1.2 state: they go in while there is room.
  dropsFirst: true,
  interaction: (_question, { text }) => ({ kind: 'open', text }),
  parts: () => [],
  order: () => [],
});
