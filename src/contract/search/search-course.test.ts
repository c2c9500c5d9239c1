import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneEditAway } from './match-words.ts';
import { openSearch } from './search-course.ts';
import type { SearchData, SearchSection } from './search-data.ts';
import type { Piece } from './snippet.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordEndings } from './word-endings.ts';
import { foldedWords, wordsIn } from './words-in.ts';

/** Takes the commonest endings of English off: enough to see that stems are used. */
const stem = (word: string): string => word.replace(/(?:ed|ing|s)$/, '');

function indexed(sections: readonly SearchSection[], pages = ['Boats', 'Harbour lights', '灯台の話']): SearchData {
  const data = { pages: pages.map((title, index) => [`p${index}`, `p${index}.html`, title] as const), sections };
  return { ...data, endings: wordEndings(vocabularyOf(data).keys(), stem) };
}

const harbour = indexed([
  [0, '', '', 'Boats lie in the harbour, and the café is open.', ''],
  [
    0,
    'section-sails',
    'Sails',
    'A sail is hoisted. Hoisting takes strength, and a lighthouse is no help.',
    'winch turns',
  ],
  [0, 'section-oars', 'Oars', 'Rowing needs oars.', ''],
  [1, '', '', 'At night the lights show the way. A lighthouse stands on the pier.', ''],
  [1, 'section-colours', 'Colours of lights', 'Red to port, green to starboard.', ''],
  [2, '', '', '夜の海では灯台が船を導きます。', ''],
]);
const search = openSearch(harbour);
const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly Piece[]): string[] => pieces.flatMap((piece) => (piece.marked ? [piece.text] : []));
const places = (query: string): string[] =>
  search(query).flatMap(({ id, sections }) => sections.map(({ fragment }) => `${id}${fragment && `#${fragment}`}`));

describe('a search', () => {
  test.each([
    ['port', ['p1#section-colours']],
    ['PORT', ['p1#section-colours']],
    ['cafe', ['p0']],
    ['café', ['p0']],
    ['starb', ['p1#section-colours']],
    ['winch', ['p0#section-sails']],
    ['red green', ['p1#section-colours']],
    ['灯台', ['p2']],
    ['船', ['p2']],
    ['', []],
    ['?!', []],
    ['submarine', []],
  ])('for %j', (query, expected) => {
    expect(places(query)).toEqual(expected);
  });

  test('finds other forms of a word', () => {
    expect(places('hoisting')).toEqual(['p0#section-sails']);
    expect(marked(search('hoisting')[0]?.sections[0]?.text ?? [])).toEqual(['hoisted', 'Hoisting']);
  });

  test('finds a form that the course does not have by its beginning', () => {
    expect(places('hoister')).toEqual(['p0#section-sails']);
  });

  test('forgives one wrong letter where nothing else is found', () => {
    expect(places('lighthuose')).toEqual(['p0#section-sails', 'p1']);
    expect(places('stength')).toEqual(['p0#section-sails']);
    expect(places('oxrs')).toEqual(['p0#section-oars']);
  });

  test('has titles before headings, and headings before text', () => {
    expect(places('lights')).toEqual(['p1', 'p1#section-colours']);
    expect(places('sail')[0]).toBe('p0#section-sails');
  });

  test('shows only what has most of the words', () => {
    expect(places('lighthouse pier')).toEqual(['p1']);
    expect(places('lighthouse submarine')).toEqual(['p0#section-sails', 'p1']);
  });

  test('marks what it found in title, heading and text', () => {
    const [page] = search('lights');
    expect(marked(page?.title ?? [])).toEqual(['lights']);
    expect(marked(page?.sections[1]?.heading ?? [])).toEqual(['lights']);
    expect(plain(page?.sections[0]?.text ?? [])).toBe(harbour.sections[3]?.[3]);
    expect(marked(search('灯台')[0]?.sections[0]?.text ?? [])).toEqual(['灯台']);
  });

  test('cuts long texts around what it found', () => {
    const long = `${'before it '.repeat(60)}needle${' after it'.repeat(60)}`;
    const [page] = openSearch(indexed([[0, '', '', long, '']]))('needle');
    const text = plain(page?.sections[0]?.text ?? []);
    expect(text).toMatch(/^… (?:it )?(?:before it )+needle( after it)+.* …$/);
    expect(text.length).toBeLessThan(200);
  });

  test('goes without other forms where the browser counts words otherwise', () => {
    const other = openSearch({ ...harbour, endings: `${harbour.endings}0` });
    expect(other('strength')).toHaveLength(1);
    expect(marked(other('hoisted')[0]?.sections[0]?.text ?? [])).toEqual(['hoisted']);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 8 }),
  fc.constantFrom(
    'Straße Ωμέγας İstanbul',
    'עִבְרִית العَرَبِيَّة',
    '検索エンジン ไทย हिंदी',
    "l'eau d’été 1,234.5",
    '\ud800 \u0301',
  ),
);

describe('whatever the course says', () => {
  const anySections = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constant('f'), anyText, anyText, fc.constant('')), {
    minLength: 1,
    maxLength: 6,
  });

  test('each of its words is found', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const ordered = sections.toSorted(([a], [b]) => a - b);
        const find = openSearch(indexed(ordered));
        for (const [, , heading, text] of ordered) {
          for (const { start, end } of wordsIn(text)) expect(find(text.slice(start, end))).not.toEqual([]);
          for (const word of foldedWords(heading)) expect(find(word)).not.toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a query never throws, and what is shown is the text as it was', () => {
    fc.assert(
      fc.property(anySections, anyText, (sections, query) => {
        const data = indexed(sections.toSorted(([a], [b]) => a - b));
        for (const { sections: found } of openSearch(data)(query)) {
          for (const { text, heading } of found) {
            const shown = plain(text).replace(/^… /, '').replace(/ …$/, '');
            expect(data.sections.some(([, , name, whole]) => name === plain(heading) && whole.includes(shown))).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('words are the same with and without their places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldedWords(text)).toEqual(wordsIn(text).map(({ folded }) => folded));
      }),
    );
  });
});

test('endings put words with the same stem together', () => {
  expect(wordEndings(['hoist', 'hoists', 'hoisted', 'sail', 'a', 'as'], stem)).toBe('012000');
  expect(wordEndings(['hoist', 'hoists'], null)).toBe('');
});

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', true],
  ['abc', 'acb', true],
  ['abc', 'ab', true],
  ['abc', 'abcd', true],
  ['abc', 'xabc', true],
  ['abcd', 'badc', false],
  ['abc', 'cba', false],
  ['abc', 'abcde', false],
])('%s and %s are one edit apart: %s', (a, b, expected) => {
  expect(isOneEditAway(a, b)).toBe(expected);
});
