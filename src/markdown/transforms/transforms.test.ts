import { describe, expect, test } from 'vitest';
import { renderText } from '../../../tests/render-text.ts';
import { colourCode } from '../colour-code.ts';
import { toHtml } from '../to-html.ts';

const notes = (text: string) =>
  renderText(text).file.messages.map((message) => `${message.ruleId}: ${message.reason} | ${message.note}`);

describe('quiz places', () => {
  test('a quiz leaves its mark where it stood', async () => {
    const { renderMarkdown } = await import('../render-markdown.ts');
    const { mdast, file } = renderText('a');
    const context = {
      file,
      language: 'en',
      word: () => '',
      page: () => null,
      sections: () => null,
      glossary: null,
      ownPage: '01-start.md',
      pageSources: [],
      media: () => null,
      mediaPaths: [],
      diagram: () => ({ problem: 'none here' }),
      colour: colourCode,
      formula: () => ({ problem: 'none here', offset: null }),
      allowedHosts: [],
      folder: '',
      idPrefix: 'x-',
      topHeading: 2,
    } as const;
    const { tree } = renderMarkdown([...mdast.children, { type: 'quizPlace', quiz: 'my-check' }], context);
    expect(toHtml(tree)).toBe('<p>a</p>\n<div data-quiz-place="my-check"></div>');
  });
});

describe('callouts', () => {
  test('have their kind as title, or before a title for screen readers', () => {
    expect(renderText('> [!TIP]\n> Text').html).toBe(
      '<aside class="callout callout-tip" role="note"><p class="callout-title">Tip</p>\n<p>Text</p>\n</aside>',
    );
    expect(renderText('> [!WARNING] The `x` trap\n> Text').html).toContain(
      '<p class="callout-title"><span class="visually-hidden">Warning: </span>The <code>x</code> trap</p>',
    );
  });

  test('an unknown kind stays a quote, with a proposal', () => {
    expect(renderText('> [!WARNIGN] x').html).toContain('<blockquote>');
    expect(notes('> [!WARNIGN] x')[0]).toMatch(/^callout-unknown: .*Did you mean `\[!WARNING\]`/);
  });

  test('a plain quote stays one', () => {
    expect(renderText('> [a](02-images.md)\n').html).toContain('<blockquote>');
  });
});

describe('elements', () => {
  test('a reference is a card with its address', () => {
    const { html, found } = renderText(':::reference[The *map*]{href="https://www.roadmap.sh/devops/?a=1"}\nBody\n:::');
    expect(found).toEqual([]);
    expect(html).toContain('<aside class="reference" role="note"><p class="reference-label">Primary source</p>');
    expect(html).toContain('<p class="reference-title">The <em>map</em></p>');
    expect(html).toMatch(
      /href="https:\/\/www\.roadmap\.sh\/devops\/\?a=1" target="_blank" rel="noopener noreferrer">roadmap\.sh\/devops</,
    );
  });

  test('details hold any content, elements too', () => {
    const { html, found } = renderText('::::details[Why]\n:::details\n```js\na\n```\n:::\n::::');
    expect(found).toEqual([]);
    expect(html).toMatch(
      /<details class="details"><summary>Why<\/summary>.*<summary>More<\/summary>.*<figure class="code">/s,
    );
  });

  test.each([
    [':::detials[x]\na\n:::', /^directive-unknown: .*Did you mean `details`/],
    ['::before', /^directive-unknown: .*write `\\::before`/],
    ['::details[x]', /^directive-form: `details` is written with three colons/],
    [':::reference{href="https://a.example"}\na\n:::', /^directive-label: /],
    [':::reference[x]{herf="https://a.example"}\na\n:::', /^directive-attribute: .*Did you mean `href`/],
    [':::reference[x]\na\n:::', /^directive-attribute: `reference` needs the attribute `href`/],
    [':::reference[x]{href="javascript:alert(1)"}\na\n:::', /^link-refused: /],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)[0]).toMatch(expected);
    expect(renderText(text).html).not.toContain('directive');
  });
});

describe('images', () => {
  test('one alone is a figure with its title as caption, sizes, and the file’s link', () => {
    const { html, media } = renderText('![A map](media/map.png "The caption")\n\n![B](media/map.png)');
    expect(html).toBe(
      '<figure class="figure" data-zoom="Enlarge" data-close="Close"><img src="../media/map.png" alt="A map" width="800" height="600" decoding="async"><figcaption>The caption</figcaption></figure>\n' +
        '<figure class="figure" data-zoom="Enlarge" data-close="Close"><img src="../media/map.png" alt="B" width="800" height="600" decoding="async" loading="lazy"></figure>',
    );
    expect(media).toEqual(['media/map.png']);
  });

  test('one real word may be both the name and what it shows', () => {
    expect(renderText('![Map](media/map.png)').found).toEqual([]);
  });

  test('paths are relative to the lesson', () => {
    expect(renderText('![A](../media/map.png)', { folder: 'part' }).found).toEqual([]);
    expect(renderText('![A](../../media/map.png)', { folder: 'part' }).found).toEqual(['media-missing:1:1']);
  });

  test('decoration is marked, and the mark is not shown', () => {
    const { html, found } = renderText('![](media/map.png){decorative} after');
    expect(found).toEqual([]);
    expect(html).toMatch(/^<p><img src="[^"]*" alt="" [^>]*> after<\/p>$/);
  });

  test.each([
    ['![](media/map.png)', /^image-alt-missing/],
    ['<img src="media/map.png">', /^image-alt-missing/],
    ['![map.png](media/map.png)', /^image-alt-file-name/],
    ['![map.jpg](media/map.png)', /^image-alt-file-name/],
    ['<img src="%E0%A4%A" alt="a">', /^media-missing/],
    ['![foo%](media/map%.png)', /^media-missing/],
    [`![${'long '.repeat(31)}](media/map.png)`, /^image-alt-long/],
    ['![a](media/mpa.png)', /^media-missing: .*Did you mean `media\/map\.png`/],
    ['![a](https://a.example/b.png)', /^media-remote/],
    ['![a](media/evil.svg)', /^svg-unsafe: .*<script>/],
    ['![a](data:image/png;base64,AA)', /^media-missing/],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)[0]).toMatch(expected);
  });

  test('a safe SVG is shown as an image', () => {
    expect(renderText('![a](media/safe.svg)').html).toContain('<img src="../media/safe.svg"');
  });
});

describe('links', () => {
  test.each([
    ['[a](02-images.md)', '<a href="images.html" data-page="images">a</a>'],
    ['[a](./02-images.md#Layers)', '<a href="images.html#section-layers" data-page="images">a</a>'],
    ['[a](02-images.md#日本語)', '<a href="images.html#section-section-1" data-page="images">a</a>'],
    ['[a](media/plan.pdf)', '<a href="../media/plan.pdf">a</a>'],
    ['[a](mailto:a@b.example)', '<a href="mailto:a@b.example">a</a>'],
    [
      '[a](https://b.example/c?d=1&e#f)',
      '<a href="https://b.example/c?d=1&#x26;e#f" target="_blank" rel="noopener noreferrer">a<span class="visually-hidden"> (opens in a new window)</span></a>',
    ],
  ])('%s', (text, html) => {
    const made = renderText(text);
    expect(made.html).toBe(`<p>${html}</p>`);
    expect(made.found).toEqual([]);
  });

  test('within the page, by our slug and by GitHub’s', () => {
    const { html, found } = renderText(
      '## Überblick & Ziel\n\n[a](#uberblick-ziel) [b](#überblick--ziel)\n\n## 日本\n\n[c](#日本)',
    );
    expect(found).toEqual([]);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '#section-uberblick-ziel',
      '#section-uberblick-ziel',
      '#section-section-1',
    ]);
  });

  test.each([
    ['[a](03-imges.md)', /^broken-link/],
    ['[a](02-imags.md)', /^broken-link: .*Did you mean `02-images\.md`/],
    ['## One part\n\n[a](#one-prt)', /^broken-link: .*Did you mean `#one-part`/],
    ['[a](02-images.md#layer)', /^broken-link: .*in `02-images\.md` .*Did you mean `02-images\.md#layers`/],
    ['[a](02-images.md#nothing-like-it)', /^broken-link: .*Correct the part behind `#`/],
    ['[a](javascript:alert(1))', /^link-refused/],
    ['[a](//b.example)', /^link-refused/],
    ['[a](/b)', /^link-refused/],
    ['[a](#)', /^link-refused/],
    ['[a](media/safe.svg)', /^link-refused/],
    ['[Click here](https://b.example)', /^link-text-vague/],
    ['[](https://b.example)', /^link-text-missing/],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)[0]).toMatch(expected);
  });

  test('messages name the place of the link', () => {
    expect(renderText('a\n\nb [c](d.md)').found).toEqual(['broken-link:3:3']);
  });

  test('a quiz may point at a section of its lesson', () => {
    const context = { idPrefix: 'q1-', topHeading: 4, ownPage: '02-images.md' } as const;
    const { html, found } = renderText('[a](#layers)', context);
    expect(found).toEqual([]);
    expect(html).toContain('href="#section-layers"');
    expect(renderText('[a](#part)', context).found).toEqual(['broken-link:1:1']);
  });

  test('to a section of a page that is rendered later, the link waits for it', () => {
    const { tree, waiting, file } = renderText('[a](02-images.md#own) [b](02-images.md#none)', {
      sections: () => null,
    });
    expect(waiting.map(({ source }) => source)).toEqual(['02-images.md', '02-images.md']);
    for (const { finish } of waiting) finish(new Map([['own', 'section-own']]));
    expect(toHtml(tree)).toContain('href="images.html#section-own"');
    expect(file.messages.map(String)).toEqual([
      expect.stringContaining('There is no heading `#none` in `02-images.md`'),
    ]);
  });
});

describe('code', () => {
  test('is coloured, titled and reachable by keyboard', () => {
    expect(renderText('```ts title="src/a.ts"\nconst a = 1;\n```').html).toBe(
      '<figure class="code"><figcaption>src/a.ts</figcaption><pre tabindex="0" role="group" aria-label="Code, TypeScript">' +
        '<code class="language-typescript hljs"><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;\n</code></pre></figure>',
    );
  });

  test('of no language or `text` is plain', () => {
    const plain =
      '<figure class="code"><pre tabindex="0" role="group" aria-label="Text block"><code class="language-plain">&#x3C;b>\n</code></pre></figure>';
    expect(renderText('```text\n<b>\n```').html).toBe(plain);
    expect(renderText('    <b>').html).toBe(plain);
  });

  test.each([
    ['```pyhton\na\n```', /^code-language-unknown: .*Did you mean `python`/],
    ['```constructor\na\n```', /^code-language-unknown/],
    ['```js titel="a"\nb\n```', /^fence-option: .*Did you mean `title`/],
    ['```js {1,2}\nb\n```', /^fence-option/],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)[0]).toMatch(expected);
  });
});

describe('diagrams', () => {
  const fence = (text: string, meta = 'alt="A leads to B"') => `\`\`\`mermaid ${meta}\n${text}\n\`\`\``;

  test('are drawn into a file of their own', () => {
    const { html, generated } = renderText(fence('flowchart TD\n  A --> B', 'alt="A leads to B" caption="Two steps"'));
    expect(html).toMatch(
      /^<figure class="diagram"><img src="\.\.\/media\/diagram-[0-9a-f]{12}\.svg" alt="A leads to B" width="\d+" height="\d+" decoding="async"><figcaption>Two steps<\/figcaption><\/figure>$/,
    );
    expect(generated).toHaveLength(1);
  });

  test.each([
    [fence('flowchart TD\nA --> B', ''), /^diagram-alt-missing/],
    [fence('pie\n"a": 1'), /^diagram-invalid/],
    [fence(''), /^diagram-invalid/],
    [fence(`flowchart LR\n${'ABCDEFGHIJ'.split('').join(' --> ')}`), /^diagram-wide/],
    [fence('flowchart TD\nA --> B', 'alt="a" captoin="b"'), /^fence-option: .*Did you mean `caption`/],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)[0]).toMatch(expected);
  });
});

describe('headings', () => {
  test('have ids that are unique and plain', () => {
    const { html, headings } = renderText("## It's *Café* time\n\n## It's Café time\n\n### Sub");
    expect(html).toContain('<h2 id="section-its-cafe-time">');
    expect(headings).toEqual([
      { id: 'section-its-cafe-time', text: "It's Café time", level: 2 },
      { id: 'section-its-cafe-time-2', text: "It's Café time", level: 2 },
      { id: 'section-sub', text: 'Sub', level: 3 },
    ]);
  });

  test('keep below what stands above them', () => {
    expect(renderText('# One').found).toEqual(['heading-top:1:1']);
    expect(renderText('# One').html).toContain('<h2');
    expect(renderText('### Three').found).toEqual(['heading-skipped:1:1']);
    expect(renderText('## Two\n\n### Three\n\n## Two').found).toEqual([]);
    expect(renderText('## A', { topHeading: 4 }).html).toContain('<h4');
  });
});

describe('headings with an id of their own', () => {
  test('have it, and links find it', () => {
    const { html, found, headings } = renderText(
      '## Before *you* begin {#before_it}\n\n[a](#before_it) [b](#before-you-begin)',
    );
    expect(found).toEqual([]);
    expect(html).toContain('<h2 id="section-before_it">Before <em>you</em> begin</h2>');
    expect(html.match(/href="#section-before_it"/g)).toHaveLength(2);
    expect(headings).toEqual([{ id: 'section-before_it', text: 'Before you begin', level: 2 }]);
  });

  test('come before ids made from words', () => {
    const { html, found } = renderText('## First\n\n## Second {#first}');
    expect(found).toEqual([]);
    expect(html).toContain('<h2 id="section-first-2">First</h2>');
    expect(html).toContain('<h2 id="section-first">Second</h2>');
  });

  test('may be written as HTML', () => {
    expect(renderText('<h2 id="own">Words</h2>').html).toContain('<h2 id="section-own">');
    expect(renderText('<h2 id="Not ours">Words</h2>').html).toContain('<h2 id="section-words">');
  });

  test.each([
    '## Braces \\{#as-text}',
    '## Braces \\{#as-text} ##',
    '## Braces `{#as-code}`',
    '## Braces {.class}',
    '## {#a} in the middle',
  ])('%s is text', (text) => {
    const { html, found } = renderText(text);
    expect(found).toEqual([]);
    expect(html).toMatch(/<h2 id="section-[a-z-]+">.*\{/);
  });

  test.each([
    ['## A {#Own Id}', /^heading-id: `\{#Own Id\}` is no id of a heading \| .*`\{#own-id\}`/],
    ['## A {#}', /^heading-id: .*`\{#its-name\}`/],
    ['## A {#one}\n\n## B {#one}', /^heading-id: Two headings have the id `one` \| .*`\{#one-2\}`/],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('tables', () => {
  test('only long cells may wrap', () => {
    const { html } = renderText(
      '| Flour | Use |\n| ---: | ---: |\n| 500 g | Bread with an open crumb |\n| 強力粉 | 気泡の多いパンを焼くための粉 |',
    );
    expect(html).toContain('<td class="align-end">500 g</td>');
    expect(html).toContain('<td class="align-end wraps">Bread with an open crumb</td>');
    expect(html).toContain('<td class="align-end">強力粉</td>');
    expect(html).toContain('<td class="align-end wraps">気泡の多いパンを焼くための粉</td>');
  });

  test('scroll in a named box, aligned by class', () => {
    const { html, found } = renderText('| A | B |\n| - | :-: |\n| 1 | 2 |');
    expect(found).toEqual([]);
    expect(html).toContain('<section class="table-scroll" tabindex="0" aria-label="Table: A, B"><table>');
    expect(html).toContain('<th class="align-center" scope="col">B</th>');
  });

  test('names differ, and a missing header is reported', () => {
    const table = '| A |\n| - |\n| 1 |\n\n';
    expect(renderText(table + table).html).toContain('aria-label="Table: A (2)"');
    expect(renderText('<table><tr><td>1</td></tr></table>').html).toContain('aria-label="Table: 1"');
    expect(renderText('|  |  |\n| - | - |\n| 1 | 2 |').found).toEqual(['table-header-missing:1:1']);
  });
});

describe('task lists and footnotes', () => {
  test('boxes are words for screen readers', () => {
    expect(renderText('- [x] a\n- [ ] b').html).toBe(
      '<ul class="contains-task-list">\n<li><span class="task-box task-box-done" aria-hidden="true"></span><span class="visually-hidden">Done:</span> a</li>\n' +
        '<li><span class="task-box" aria-hidden="true"></span><span class="visually-hidden">To do:</span> b</li>\n</ul>',
    );
  });

  test('notes and marks lead to each other', () => {
    const { html, found } = renderText('a[^1]\n\n[^1]: b');
    expect(found).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(ids).toContain(target);
    expect(html).toContain(
      '<section class="footnotes"><h2 id="section-user-footnote-label" class="visually-hidden">Footnotes</h2>',
    );
    expect(html).toContain('aria-label="Back to reference 1"');
  });
});
