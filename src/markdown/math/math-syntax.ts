import { type InlineMath, mathFromMarkdown, mathToMarkdown } from 'mdast-util-math';
import { math } from 'micromark-extension-math';

type Syntax = ReturnType<typeof math>;
type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[string]>, readonly unknown[]>;
type State = Parameters<Construct['tokenize']>[1];
type Code = Parameters<State>[0];
type FromMarkdown = ReturnType<typeof mathFromMarkdown>;
type ToMarkdown = ReturnType<typeof mathToMarkdown>;

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** Written between two dollars: it stands on a line of its own when it is shown. */
    display?: boolean;
  }
}

const dollar = 36;
const backslash = 92;

/**
 * Formulas in a line of text. `$…$` follows the rule of pandoc (`tex_math_dollars`), so that prices stay prices: no white
 * space behind the first dollar and none before the second, which no digit may follow. Stricter than pandoc: no letter or
 * digit stands before the first dollar or behind the second (`US$5`, `$HOME/$USER`). The next dollar decides: if it
 * cannot close, nothing was opened. `\$` inside is a dollar sign of the formula. `$$…$$` asks only for something between.
 */
const formulaInText: Construct = {
  name: 'mathText',
  previous: (code) => code !== dollar,
  tokenize(effects, ok, nok) {
    const before = this.previous;
    let size = 0;
    let last: Code = null;

    const start: State = (code) => {
      effects.enter('mathText');
      effects.enter('mathTextSequence');
      return open(code);
    };
    const open: State = (code) => {
      if (code === dollar && size < 2) {
        size += 1;
        effects.consume(code);
        return open;
      }
      if (code === dollar || (size === 1 && (isSpace(code) || isWordSign(before)))) return nok(code);
      effects.exit('mathTextSequence');
      return between(code);
    };
    const between: State = (code) => {
      if (code === null) return nok(code);
      if (code === dollar && last !== backslash) return close(code);
      if (code < -2) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        last = code;
        return between;
      }
      effects.enter('mathTextData');
      return data(code);
    };
    const data: State = (code) => {
      if (code === null || code < -2 || (code === dollar && last !== backslash)) {
        effects.exit('mathTextData');
        return between(code);
      }
      // `\\` is a line break in TeX; its second sign escapes nothing.
      last = last === backslash && code === backslash ? null : code;
      effects.consume(code);
      return data;
    };
    const close: State = (code) => {
      if (size === 1 && isSpace(last)) return nok(code);
      effects.enter('mathTextSequence');
      effects.consume(code);
      return size === 1 ? end : second;
    };
    const second: State = (code) => {
      if (code !== dollar) return nok(code);
      effects.consume(code);
      return end;
    };
    const end: State = (code) => {
      if (code === dollar || (size === 1 && isWordSign(code))) return nok(code);
      effects.exit('mathTextSequence');
      effects.exit('mathText');
      return ok(code);
    };
    return start;
  },
};

/** White space of markdown: its codes below zero are tabs and line ends. */
const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32;
const isWordSign = (code: Code): boolean =>
  code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));

/** `$…$` and `$$…$$` in a line, `$$` on lines of its own around a formula. */
export function mathSyntax(): Syntax {
  const { flow } = math();
  return { ...(flow === undefined ? {} : { flow }), text: { [dollar]: formulaInText } };
}

export function mathFrom(): FromMarkdown {
  const made = mathFromMarkdown();
  const exit = made.exit?.['mathText'];
  return {
    ...made,
    exit: {
      ...made.exit,
      mathText(token) {
        // On top of the stack stands what gathers the formula's text.
        const node = this.stack.at(-2);
        if (node?.type === 'inlineMath' && this.sliceSerialize(token).startsWith('$$')) markDisplay(node);
        exit?.call(this, token);
      },
    },
  };
}

function markDisplay(node: InlineMath): void {
  node.data = { ...node.data, display: true };
}

/** Writes what `mathSyntax` reads, and dollars of the text as `\$`. */
export function mathTo(): ToMarkdown {
  const made = mathToMarkdown();
  return {
    ...made,
    handlers: {
      ...made.handlers,
      inlineMath: (node: InlineMath) => {
        const marks = node.data?.display === true ? '$$' : '$';
        return `${marks}${node.value.replace(/\n/g, ' ')}${marks}`;
      },
    },
  };
}
