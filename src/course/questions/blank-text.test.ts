import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdownFragment } from '../../markdown/parse-markdown.ts';
import { takeBlanks } from './blank-text.ts';

const blanksIn = (text: string) => {
  const start = { line: 1, column: 1 };
  const { blanks, formatted } = takeBlanks(parseMarkdownFragment(new VFile(text), text, () => start));
  const said = blanks.map((blank) =>
    blank.kind === 'text'
      ? blank.accepted.join(' or ')
      : blank.options.map((option) => `${option.correct ? '*' : ''}${option.text}`).join(', '),
  );
  return { said, formatted: formatted.length };
};

test.each([
  ['{{*nginx | apache}} reads {{*`/etc/nginx` | `/etc/apache`}}', ['*nginx, apache', '*/etc/nginx, /etc/apache']],
  ['{{*a | b}}, {{*-p | -r}} and {{ */etc | /var }}', ['*a, b', '*-p, -r', '*/etc, /var']],
  ['{{a | *-p}} {{b | *-r}}', ['a, *-p', 'b, *-r']],
  ['*{{*a | b}}* and **{{c}}**', ['*a, b', 'c']],
  ['{{`__init__` | `a|b`}}', ['__init__ or a|b']],
])('the gaps of %s', (text, said) => {
  expect(blanksIn(text)).toEqual({ said, formatted: 0 });
});

test.each(['{{__init__}}', '{{**a** | b}}', '{{$5 | $6}} and {{7$}}', '{{d*e*f}}'])(
  'what markdown takes for its own in %s is told',
  (text) => {
    expect(blanksIn(text).formatted).toBeGreaterThan(0);
  },
);
