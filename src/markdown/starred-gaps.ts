import type { math } from 'micromark-extension-math';

type Syntax = ReturnType<typeof math>;
type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[string]>, readonly unknown[]>;
type State = Parameters<Construct['tokenize']>[1];

const brace = 123;
const star = 42;
const space = 32;

/**
 * The star in `{{*`, which marks the right option of a menu, is a sign of its own: with two such gaps in a paragraph markdown
 * would else take what stands from one star to the other for emphasis, and make one gap of both. `{{**strong**` stays.
 */
const starredGap: Construct = {
  name: 'starredGap',
  tokenize(effects, ok, nok) {
    let braces = 0;
    const opened: State = (code) => {
      if (code !== brace) return nok(code);
      if (braces === 0) effects.enter('data');
      effects.consume(code);
      braces += 1;
      return braces === 2 ? starred : opened;
    };
    const starred: State = (code) => {
      if (code !== space && code !== star) return nok(code);
      effects.consume(code);
      return code === space ? starred : after;
    };
    const after: State = (code) => {
      if (code === star) return nok(code);
      effects.exit('data');
      return ok(code);
    };
    return opened;
  },
};

export const starredGaps = (): Syntax => ({ text: { [brace]: starredGap } });
