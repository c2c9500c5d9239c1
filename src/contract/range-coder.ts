/**
 * Arithmetic coding into 64 characters. A text is read as one number between 0 and 1 in base 64; every step cuts the
 * interval that is left into equal parts and goes on in some of them. A step with n equally likely outcomes costs
 * exactly log2(n) bits, so a yes that is nearly certain is nearly free.
 *
 * One walk over the data serves both ways: `Coder` is handed the value when writing and gives it back; when reading it
 * ignores what it is handed and gives what the text says. (Range coding after G. N. N. Martin, 1979.)
 */
export interface Coder {
  /** One of `total` equally likely values 0 … total − 1; `total` ≤ 2^32. */
  uniform(value: number, total: number): number;
  /** Yes or no, where yes takes `yes` of `total` parts. */
  chance(value: boolean, yes: number, total: number): boolean;
  /** Yes or no, as likely as it was in the same context so far (the estimator of Krichevsky and Trofimov). */
  learn(value: boolean, context: string): boolean;
  /** A number 0 … 2^20 − 2 in Elias gamma, each of its bits learnt in the context of the bits before it. */
  number(value: number, context: string): number;
}

/** Thrown while reading a text that no encoder made; `decodeState` turns it into `corrupt`. */
export class CorruptTextError extends Error {}

export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The interval is kept in units so small that a double holds them exactly: below 2^48, one digit is 2^42 of them. */
const whole = 2 ** 48;
const digitUnit = 2 ** 42;
const digitsAhead = 8;

interface Interval {
  /** Writing: `slot` itself. Reading: which of `total` slots the text points into. */
  find(slot: number, total: number): number;
  /** Goes on in the slots from `start`, `size` of them, of the `total` last given to `find`. */
  narrow(start: number, size: number): void;
}

/** A coder that writes; `finish` gives the text. */
export function createEncoder(): { readonly coder: Coder; finish(): string } {
  const written: number[] = [];
  let low = 0;
  let range = whole;
  let part = 0;
  const carry = (): void => {
    low -= whole;
    let index = written.length - 1;
    while (written[index] === 63) written[index--] = 0;
    written[index] = (written[index] ?? 0) + 1;
  };
  const coder = coderOn({
    find: (slot, total) => {
      part = Math.floor(range / total);
      return slot;
    },
    narrow: (start, size) => {
      low += part * start;
      range = part * size;
      if (low >= whole) carry();
      while (range < digitUnit) {
        written.push(Math.floor(low / digitUnit));
        low = (low % digitUnit) * 64;
        range *= 64;
      }
    },
  });
  const finish = (): string => {
    // The range is at least one digit unit wide: the next multiple of it lies inside. Zeros at the end stay: the reader
    // takes a text that lacks many for a hostile one.
    low = Math.ceil(low / digitUnit) * digitUnit;
    if (low >= whole) carry();
    written.push(low / digitUnit);
    return written.map((digit) => digits[digit]).join('');
  };
  return { coder, finish };
}

/** A coder that reads; throws `CorruptTextError` on a text that cannot be. */
export function createDecoder(text: string): Coder {
  let position = 0;
  let code = 0;
  let range = whole;
  let part = 0;
  const next = (): void => {
    // Every item takes some bits, so this also ends a hostile text that announces a million of them.
    if (position > text.length + digitsAhead) throw new CorruptTextError();
    code = code * 64 + (position < text.length ? digits.indexOf(text.charAt(position)) : 0);
    position += 1;
  };
  for (let count = 0; count < digitsAhead; count += 1) next();
  return coderOn({
    find: (_slot, total) => {
      part = Math.floor(range / total);
      const slot = Math.floor(code / part);
      if (slot >= total) throw new CorruptTextError();
      return slot;
    },
    narrow: (start, size) => {
      code -= part * start;
      range = part * size;
      while (range < digitUnit) {
        range *= 64;
        next();
      }
    },
  });
}

function coderOn(interval: Interval): Coder {
  const counts = new Map<string, [no: number, yes: number]>();
  const uniform: Coder['uniform'] = (value, total) => {
    const slot = interval.find(value, total);
    interval.narrow(slot, 1);
    return slot;
  };
  const chance: Coder['chance'] = (value, yes, total) => {
    const hit = interval.find(value ? 0 : yes, total) < yes;
    interval.narrow(hit ? 0 : yes, hit ? yes : total - yes);
    return hit;
  };
  const learn: Coder['learn'] = (value, context) => {
    const count = counts.get(context) ?? [0, 0];
    const hit = chance(value, 2 * count[1] + 1, 2 * (count[0] + count[1] + 1));
    count[hit ? 1 : 0] += 1;
    counts.set(context, count);
    return hit;
  };
  const number: Coder['number'] = (value, context) => {
    let size = 0;
    while (learn(value + 1 >= 2 ** (size + 1), `${context}${size}`)) {
      size += 1;
      if (size === 20) throw new CorruptTextError();
    }
    let prefix = 1;
    for (let left = size - 1; left >= 0; left -= 1) {
      const bit = learn(Math.floor((value + 1) / 2 ** left) % 2 === 1, `${context}${size}/${prefix}`);
      prefix = prefix * 2 + (bit ? 1 : 0);
    }
    return prefix - 1;
  };
  return { uniform, chance, learn, number };
}
