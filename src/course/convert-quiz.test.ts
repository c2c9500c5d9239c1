import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { countMessages, formatMessages } from '../diagnostics/format-messages.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { convertQuiz } from './convert-quiz.ts';
import type { Quiz } from './course.ts';
import { takeQuizzes } from './parse-inline-quiz.ts';
import { parseQuizFile } from './parse-quiz-file.ts';
import { questionTypes } from './questions/index.ts';
import { questionDifferences, quizDifferences } from './same-quiz.ts';

const words = { true: 'true', false: 'false', quizTitle: 'Check your understanding' };

const fromYaml = (text: string): Quiz => parseQuizFile(new VFile({ path: 'a.quiz.yml', value: text }));
function fromMarkdown(text: string): Quiz {
  const file = new VFile({ path: 'a.md', value: text });
  const [quiz] = takeQuizzes(parseMarkdown(file), file, words.quizTitle, words).quizzes;
  if (quiz === undefined) throw new Error('There is no quiz in the lesson.');
  return quiz;
}
const messagesOf = (quiz: Quiz): string => formatMessages([quiz.file], false);

function expectSame(quiz: Quiz, other: Quiz): void {
  expect(other.file.messages.map((message) => message.ruleId)).toEqual(
    quiz.file.messages.map((message) => message.ruleId),
  );
  expect(quizDifferences(quiz, other)).toEqual([]);
  expect(other.questions.map((question) => question.id)).toEqual(quiz.questions.map((question) => question.id));
  for (const [index, question] of quiz.questions.entries()) {
    const back = other.questions[index];
    expect(back === undefined ? ['all'] : questionDifferences(question, back), question.id).toEqual([]);
  }
}

/** There and back again, from a quiz file. */
function convertBoth(yaml: string): { readonly markdown: string; readonly yaml: string } {
  const quiz = fromYaml(yaml);
  expect(countMessages([quiz.file]).errors, messagesOf(quiz)).toBe(0);
  const markdown = convertQuiz(quiz, 'markdown', words);
  expect(markdown, messagesOf(quiz)).not.toBeNull();
  const inline = fromMarkdown(markdown ?? '');
  expectSame(quiz, inline);
  const again = convertQuiz(inline, 'yaml', words);
  expect(again, messagesOf(inline)).not.toBeNull();
  expectSame(quiz, fromYaml(again ?? ''));
  return { markdown: markdown ?? '', yaml: again ?? '' };
}

// Texts as authors write them, and as nobody would: every sign that means something in one of the two forms.
const line = fc.oneof(
  fc.constantFrom(
    'What answers **first**?',
    'Use `{x}` or {#not-an-id}',
    'A *b* _c_ ~~d~~ <kbd>e</kbd>',
    '[A link](https://example.org/a_b) and ![a picture](media/a.png)',
    '10:30, :smile: and a::b',
    'yes',
    '007',
    '- not a list',
    '# no heading',
    '::: no directive',
    '> no quote',
    '1. no number',
    '[x] no box',
    'a | b',
    'https://example.org/?a=1&b=2',
    '“curly” & <less>',
    'ends with {braces}',
    'ends with {key=value}',
    'Ein Satz — mit Strichen…',
    'שלום עולם',
    '\\* escaped \\_',
    'snake_case_name and 2*3*4',
    'true',
  ),
  fc
    .string({ unit: fc.constantFrom(...'ab c{}#=*_`[]()<>!|:\\"\'~&-+.1é😀'), minLength: 1, maxLength: 24 })
    .filter((text) => /[a-z0-9]/.test(text)),
);
/** A text that stays a line of text: markdown of its own in a text is the subject of `blocks`. */
const textLine = line.filter((text) => {
  const file = new VFile(text.trim());
  const { children } = parseMarkdown(file);
  return (
    file.messages.length === 0 &&
    children.length === 1 &&
    children[0]?.type === 'paragraph' &&
    children[0].children.length > 0
  );
});
const blocks = fc
  .tuple(
    textLine,
    fc.option(
      fc.constantFrom(
        '```js title="a.js"\nconst a = `{#x}`;\n\n:::quiz\n```',
        '- one\n- two\n\n  more of two',
        '1. one\n2. two',
        '| a | b |\n| - | -: |\n| 1 | 2 |',
        '> quoted\n> twice',
        ':::details[More]\nInside\n:::',
        '#### A small heading',
        'Another paragraph\nover two lines',
        '---',
      ),
    ),
  )
  .map(([first, more]) => (more === null ? first.trim() : `${first.trim()}\n\n${more}`));
/** In a lesson, a quote in an option is its feedback. */
const unquoted = blocks.filter((text) => !text.includes('> twice'));
const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,11}$/);

const choices = (least: number) =>
  fc
    .uniqueArray(
      fc.record({
        text: unquoted,
        feedback: fc.option(blocks, { nil: undefined }),
        id: fc.option(id, { nil: undefined }),
      }),
      {
        selector: (choice) => choice.text.toLowerCase().replace(/\W+/g, ''),
        minLength: Math.max(2, least),
        maxLength: 5,
      },
    )
    .map((list) =>
      list.map((choice, index) => (choice.id === undefined ? choice : { ...choice, id: `${index}${choice.id}` })),
    );

const typedText = fc.oneof(
  fc.constantFrom(
    'Paris',
    'New York',
    'a*b*',
    '`code`',
    '{braces}',
    '{pattern}',
    '<b>',
    '# one',
    '[x](y)',
    '007',
    'true',
    "l'été",
    'a | b',
    '}}',
    '*',
    'www.example.org',
  ),
  fc
    .string({ unit: fc.constantFrom(...'ab {}#=*_`[]()<>!|:\\"\'~&-+.1é😀'), minLength: 1, maxLength: 12 })
    .filter((text) => /[a-z0-9]/.test(text)),
);
const answers = <T>(answer: fc.Arbitrary<T>, named: (answer: T) => object, least: number) =>
  fc
    .uniqueArray(fc.record({ answer, feedback: fc.option(blocks) }), {
      minLength: least + 1,
      maxLength: 5,
      selector: (each) => String(each.answer).toLowerCase().replace(/\s+/g, ' ').trim(),
    })
    .map((list) => list.map(({ answer: one, feedback }) => (feedback === null ? one : { ...named(one), feedback })))
    .map(([first, ...rest]) => ({ answers: [first], wrong: rest }));

const gap = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom('edge', 'CDN', 'New York', '`a|b`', '`*`', '2'), { minLength: 1, maxLength: 3 })
    .map((texts) => texts.join(' | ')),
  fc
    .uniqueArray(fc.constantFrom('edge', 'CDN', 'New York', '`a|b`', '`*`', '2'), { minLength: 2, maxLength: 4 })
    .map(([right = '', ...wrong]) => [...wrong, `*${right}`].join('|')),
);
const gappedText = fc
  .array(
    fc.tuple(
      fc.constantFrom('The ', '- A **bold** ', '| a |\n| - |\n| '),
      gap,
      fc.constantFrom(' answers.', '\\_first_', ' `{{code}}`'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) =>
    parts
      .map(([before, own, after]) =>
        before.startsWith('|') ? `${before}{{${own.replaceAll('|', '\\|')}}}${after} |` : `${before}{{${own}}}${after}`,
      )
      .join('\n\n'),
  );

/** Texts that differ in more than marks. */
const distinct = (text: fc.Arbitrary<string>, most: number) =>
  fc.uniqueArray(
    text.map((one) => one.trim()),
    { selector: (one) => one.toLowerCase().replace(/\W+/g, ''), minLength: 2, maxLength: most },
  );
/** A line that fits in a cell of a table. */
const cellLine = textLine.filter((text) => !/[|\n]/.test(text));
/** The own keys of a question of each type, as a quiz file has them. A new type adds its line. */
const ownKeys: Readonly<Record<string, fc.Arbitrary<object>>> = {
  single: fc.tuple(choices(2), fc.nat()).map(([list, right]) => ({
    choices: list.map((choice, index) => ({ ...choice, correct: index === right % list.length })),
  })),
  multiple: fc
    .record({
      list: choices(2),
      right: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      credit: fc.constantFrom('all-or-nothing', 'per-choice'),
    })
    .map(({ list, right, credit }) => ({
      credit,
      choices: list.map((choice, index) => ({ ...choice, correct: index === 0 || (right[index] ?? false) })),
    })),
  'true-false': fc.record({
    answer: fc.boolean(),
    feedback: fc.option(
      fc.record({ true: fc.option(blocks, { nil: undefined }), false: fc.option(blocks, { nil: undefined }) }),
      { nil: undefined },
    ),
  }),
  'fill-in': fc
    .tuple(
      answers(typedText, (text) => ({ text }), 0),
      fc.record({ case: fc.boolean(), limit: fc.constantFrom(undefined, 60) }),
      fc.constantFrom([], [{ pattern: 'colou?r [a-z]+' }]),
    )
    .map(([given, rest, patterns]) => ({ answers: [...given.answers, ...patterns], wrong: given.wrong, ...rest })),
  numeric: fc
    .tuple(
      answers(
        fc.constantFrom<string | number>(3, -2.5, '0.10', '1e-3', '12 ± 0.5', '7+-5%', '3 .. 4', '−1'),
        (value) => ({ value }),
        0,
      ),
      fc.constantFrom('', 'V', 'km/h', 'm²', '"', 'a b'),
    )
    .map(([given, unit]) => ({ ...given, unit: unit === '"' ? '' : unit })),
  blanks: fc
    .tuple(
      gappedText,
      fc.array(fc.option(blocks), { maxLength: 1 }),
      fc.constantFrom('per-blank', 'all-or-nothing'),
      fc.boolean(),
    )
    .map(([text, feedback, credit, isExact]) => ({ text, feedback, credit, case: isExact })),
  matching: fc
    .record({
      rows: distinct(cellLine, 4),
      feedback: fc.constantFrom(undefined, 'Because', 'a *b*'),
      surplus: fc.boolean(),
      credit: fc.constantFrom('per-pair', 'all-or-nothing'),
    })
    .map(({ rows, feedback, surplus, credit }) => ({
      credit,
      pairs: rows.map((item, index) => ({
        item,
        match: `Match ${index}`,
        feedback: index === 0 ? feedback : undefined,
      })),
      surplus: surplus ? ['Surplus', { id: 'own-_id_', text: 'Other' }] : [],
    })),
  ordering: fc.record({
    items: distinct(textLine, 5),
    credit: fc.constantFrom('all-or-nothing', 'per-position', 'per-neighbour'),
  }),
  likert: fc.record({
    statements: distinct(cellLine, 4),
    scale: fc.constantFrom(['Never', 'Sometimes', 'Always'], [{ id: 'no_', text: 'No' }, 'Yes']),
  }),
  open: fc.record({ limit: fc.constantFrom(undefined, 100) }),
  hotspot: fc
    .record({
      labels: distinct(textLine, 4),
      right: fc.nat(),
      shape: fc.constantFrom(undefined, 'circle'),
      feedback: fc.option(blocks, { nil: undefined }),
      credit: fc.constantFrom('all-or-nothing', 'per-choice'),
    })
    .map(({ labels, right, shape, feedback, credit }) => ({
      image: 'media/a.png',
      alt: 'A *picture* of [it]',
      credit,
      regions: labels.map((label, index) => ({
        label,
        shape,
        at: [index * 20, 10.5, 15, 20],
        correct: index === right % labels.length,
        feedback,
      })),
    })),
};

const questionOf = (type: string): fc.Arbitrary<object> =>
  fc
    .record({
      common: fc.record({
        prompt: blocks,
        points: fc.constantFrom(1, 2, 0.5),
        explanation: fc.option(blocks, { nil: undefined }),
      }),
      own: ownKeys[type] ?? fc.constant({}),
    })
    .map(({ common, own }) => ({ type, ...common, ...own }));

const quizOf = (type: string): fc.Arbitrary<string> =>
  fc
    .record({
      title: textLine,
      id,
      description: fc.option(fc.constantFrom('Five questions.', 'Two\n\n- with\n- a list'), { nil: undefined }),
      pass: fc.constantFrom(undefined, 0, 66.67, 75),
      attempts: fc.constantFrom(0, 3),
      feedback: fc.constantFrom('immediate', 'end', 'never'),
      reveal: fc.constantFrom('attempt', 'done', 'never'),
      weight: fc.constantFrom(0, 1, 9),
      shuffle: fc.constantFrom(true, false, 'questions', 'choices'),
      questions: fc.array(questionOf(type), { minLength: 1, maxLength: 3 }),
    })
    .map((quiz) =>
      stringify({
        ...quiz,
        title: quiz.title.trim(),
        questions: quiz.questions.map((question, index) => ({ id: `q${index}`, ...question })),
      }),
    );

test('every type of question is tried', () => {
  expect(Object.keys(ownKeys).sort()).toEqual([...questionTypes].sort());
});

test.each(Object.keys(ownKeys))('%s: to markdown and back gives the same quiz, whatever it says', (type) => {
  let converted = 0;
  fc.assert(
    fc.property(quizOf(type), (yaml) => {
      const quiz = fromYaml(yaml);
      // Random text can be wrong in itself (a footnote without text, an option twice).
      fc.pre(countMessages([quiz.file]).errors === 0);
      const markdown = convertQuiz(quiz, 'markdown', words);
      // Refused, and said so: see the tests of what cannot be converted.
      if (markdown === null) {
        expect(countMessages([quiz.file]).errors).toBeGreaterThan(0);
        return;
      }
      converted++;
      const inline = fromMarkdown(markdown);
      expectSame(quiz, inline);
      const back = convertQuiz(inline, 'yaml', words);
      expect(back, messagesOf(inline)).not.toBeNull();
      expectSame(quiz, fromYaml(back ?? ''));
    }),
    { numRuns: 40 },
  );
  // The property must not hold by refusing everything.
  expect(converted).toBeGreaterThan(28);
});

const example = `title: Edge check
id: edge-check
description: Two questions.
pass: 75
attempts: 2
shuffle: true
questions:
  - id: first-hop
    type: single
    prompt: |-
      What sees a visitor's request *first*?

      \`\`\`text
      GET / HTTP/1.1
      \`\`\`
    points: 2
    choices:
      - text: The edge network
        correct: true
        feedback: "Right: it sits in front of everything else."
      - id: web
        text: The web server
    explanation: The edge is nearest.

  - id: cached
    type: true-false
    prompt: The edge may cache.
    answer: true
    feedback:
      false: It may.
`;

test('reads well in both forms', () => {
  const { markdown, yaml } = convertBoth(example);
  expect(markdown).toBe(`:::quiz[Edge check]{#edge-check pass=75 attempts=2 shuffle=true}

Two questions.

### What sees a visitor's request _first_? {#first-hop points=2}

\`\`\`text
GET / HTTP/1.1
\`\`\`

- [x] The edge network
  > Right: it sits in front of everything else.
- [ ] The web server {#web}

> The edge is nearest.

### The edge may cache. {#cached}

- [x] True
- [ ] False
  > It may.

:::
`);
  expect(yaml).toBe(example.replace('*first*', '_first_').replace('false: It', '"false": It'));
});

test('an option that looks true or false, a list that shows no type: the heading names it', () => {
  const { markdown } = convertBoth(
    stringify({
      title: 'T',
      id: 't',
      questions: [
        { id: 'a', type: 'single', prompt: 'Which?', choices: [{ text: 'True', correct: true }, { text: 'False' }] },
        { id: 'b', type: 'multiple', prompt: 'Which?', choices: [{ text: 'One', correct: true }, { text: 'Two' }] },
        { id: 'c', type: 'single', prompt: 'Which?', choices: [{ text: 'One', correct: true }, { text: 'Two' }] },
      ],
    }),
  );
  expect(markdown.match(/^### .*$/gm)).toEqual([
    '### Which? {#a type=single}',
    '### Which? {#b type=multiple}',
    '### Which? {#c}',
  ]);
});

test.each([
  [
    'an option that begins with code',
    { choices: [{ text: '```js\na\n```', correct: true }, { text: 'b' }] },
    'cannot stand in a lesson',
  ],
  [
    'an option that holds a quote',
    { choices: [{ text: 'a\n\n> b', correct: true }, { text: 'c' }] },
    'The choices of the question `q`',
  ],
  ['a prompt that begins with a list', { prompt: '- a\n- b' }, 'cannot stand in a lesson'],
  ['a prompt with a task list', { prompt: 'a\n\n- [ ] b' }, 'of the question `q` would change'],
  ['a prompt with a heading of the first level', { prompt: 'a\n\n# b' }, 'cannot stand in a lesson'],
])('%s is refused rather than changed', (_what, own, said) => {
  const question = {
    id: 'q',
    type: 'single',
    prompt: 'Which?',
    choices: [{ text: 'a', correct: true }, { text: 'b' }],
    ...own,
  };
  const quiz = fromYaml(stringify({ title: 'T', id: 't', questions: [question] }));
  expect(messagesOf(quiz)).toBe('');
  expect(convertQuiz(quiz, 'markdown', words)).toBeNull();
  expect(quiz.file.messages.map((message) => message.ruleId)).toContain('not-convertible');
  expect(messagesOf(quiz)).toContain(said);
});

test('of the sample course, each quiz survives both ways', async () => {
  const { readFile, readdir } = await import('node:fs/promises');
  const folder = 'content/from-code-to-production';
  const names = await readdir(folder);
  let seen = 0;
  for (const name of names.filter((each) => each.endsWith('.md'))) {
    const file = new VFile({ path: name, value: await readFile(`${folder}/${name}`, 'utf8') });
    for (const quiz of takeQuizzes(parseMarkdown(file), file, words.quizTitle, words).quizzes) {
      const yaml = convertQuiz(quiz, 'yaml', words);
      expect(yaml, messagesOf(quiz)).not.toBeNull();
      convertBoth(yaml ?? '');
      seen++;
    }
  }
  for (const name of names.filter((each) => each.endsWith('.quiz.yml'))) {
    convertBoth(await readFile(`${folder}/${name}`, 'utf8'));
    seen++;
  }
  expect(seen).toBeGreaterThanOrEqual(10);
});

test('rules, hints, tags and options that stay last go both ways', () => {
  const rules =
    'counts: average\ncooldown: 30\ndraw: {easy: 1, hard: 1}\npenalty: 0.25\nhintCost: 12.5%\nminutes: 20\nadjustable: false\ntestsOut: [one, two]';
  const question = (id: string, tags: string): string =>
    `  - {id: ${id}, type: single, prompt: What?, hint: Think *twice*., tags: [${tags}], choices: [{text: A, correct: true}, {text: B, last: true}]}\n`;
  const { markdown, yaml } = convertBoth(
    `title: T\nid: t\n${rules}\nquestions:\n${question('q', 'easy')}${question('r', 'hard, other')}`,
  );
  expect(markdown).toContain('> [!TIP]\n> Think _twice_.');
  expect(yaml).toContain('hintCost: 12.5%');
});

test('when the page of a quiz opens is nothing that a quiz in a lesson can say', () => {
  const quiz = fromYaml(
    'title: T\nid: t\nopens: after one\nquestions:\n  - {id: q, type: true-false, prompt: What?, answer: true}\n',
  );
  expect(convertQuiz(quiz, 'markdown', words)).toBeNull();
  expect(messagesOf(quiz)).toContain('opens');
});
