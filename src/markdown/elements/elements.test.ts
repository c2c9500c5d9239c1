import { describe, expect, test } from 'vitest';
import { renderText } from '../../../tests/render-text.ts';
import { toRichText } from '../to-rich-text.ts';

const notes = (text: string) => renderText(text).file.messages.map((message) => `${message.ruleId}: ${message.reason}`);

describe('parts', () => {
  test('begin at headings of the first one’s level; deeper ones belong to the part', () => {
    const { html, found, headings } = renderText(
      '## Setup\n\n:::tabs\n### npm\na\n\n#### More\nb\n\n### pnpm\nc\n:::\n\n### After\n',
    );
    expect(found).toEqual([]);
    expect(html.match(/<div class="tab-panel part">/g)).toHaveLength(2);
    expect(html).toContain('<h3 class="part-title tab-title" id="section-npm">npm</h3>');
    expect(html).toContain('<h4 id="section-more">More</h4>');
    expect(headings.map(({ text }) => text)).toEqual(['Setup', 'After']);
  });

  test('come one level below their section, whatever level the author gave them', () => {
    const inSubsection = renderText('## A\n\n### B\n\n:::steps\n# C\n## D\n:::\n\n### E\n');
    expect(inSubsection.html).toMatch(/<h4[^>]*>C<.*<h5[^>]*>D<.*<h3[^>]*>E</s);
    expect(renderText(':::cards\n### A\n:::\n').html).toContain('<h2 class="part-title card-title"');
    expect(renderText('# A\n\n:::steps\n## B\n:::\n', { topHeading: 4 }).html).toMatch(/<h4.*<h5/s);
  });

  test('skip no level, which is said in the levels that the author wrote', () => {
    expect(notes('## A\n\n:::steps\n### B\n##### C\n:::\n')).toEqual([
      'heading-skipped: A heading of level 5 follows one of level 3',
    ]);
    expect(notes('## A\n\n:::steps\n### B\n#### C\n:::\n\n#### D\n')).toEqual([
      'heading-skipped: A heading of level 4 follows one of level 2',
    ]);
  });

  test('stand inside each other', () => {
    const { html, found } = renderText('## A\n\n::::tabs\n### B\n:::accordion\n### C\nd\n:::\n### E\nf\n::::\n');
    expect(found).toEqual([]);
    expect(html).toMatch(
      /<h3 [^>]*>B<\/h3>\n<div class="element accordion"><details><summary><h4 [^>]*>C<\/h4><\/summary>/,
    );
  });

  test('keep an id of their own, and links lead to them', () => {
    const { html, found } = renderText('[Go](#mine)\n\n:::steps\n## Title {#mine}\n:::\n');
    expect(found).toEqual([]);
    expect(html).toContain('href="#section-mine"');
    expect(html).toMatch(/<h2 class="part-title step-title" id="section-mine">Title\s*</);
  });

  test.each([
    [':::tabs\n:::', 'part-count: `tabs` has no tab'],
    [':::tabs\n## A\na\n:::', 'part-count: `tabs` has only one tab'],
    [':::columns\na\n\n---\n:::', 'part-count: `columns` has only one column'],
    [':::tabs\na\n## A\na\n## B\nb\n:::', 'part-outside: Text stands before the first tab of `tabs`'],
    [':::accordion\n##\na\n:::', 'part-empty: One entry of `accordion` has no title'],
    [':::accordion\n## A\n:::', 'part-empty: The entry `A` is empty'],
    [':::quote[A]\n:::', 'element-content: `quote` holds no words'],
    [':::checklist\n- a\n:::', 'element-content: `checklist` holds no task'],
    [':::try-it\n## S\ns\n:::', 'element-content: `try-it` has no task'],
    ['a\n:::\n', 'directive-stray: A line of colons closes nothing'],
  ])('%j is reported', (text, expected) => {
    expect(notes(text)).toEqual([expected]);
  });

  test('a line of colons with a backslash is text', () => {
    expect(notes('\\:::\n')).toEqual([]);
  });

  test('an outer element that ends too early is told to have more colons', () => {
    const { file } = renderText('## X\n\n:::tabs\n### A\n:::details\na\n:::\n### B\nb\n:::\n');
    expect(file.messages.find(({ ruleId }) => ruleId === 'directive-unclosed')?.note).toContain('`::::tabs … ::::`');
    expect(file.messages.map(({ ruleId, line }) => `${ruleId}:${line}`)).toContain('directive-stray:10');
  });
});

describe('single elements', () => {
  test('an exclusive accordion is one group, and two are two', () => {
    const { html } = renderText(
      ':::accordion{exclusive}\n## A\na\n## B\nb\n:::\n\n:::accordion{exclusive}\n## C\nc\n:::\n',
    );
    const names = [...html.matchAll(/<details name="([^"]+)">/g)].map(([, name]) => name);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(2);
    expect(renderText(':::accordion\n## A\na\n:::').html).toContain('<details><summary>');
  });

  test('steps may be one ordered list', () => {
    expect(renderText(':::steps\n1. a\n2. b\n:::').html).toMatch(/^<ol class="element steps steps-short">/);
    expect(notes(':::steps\n- a\n:::')).toEqual(['part-count: `steps` has no step']);
  });

  test('a card whose title is a link is one', () => {
    const { html } = renderText(':::cards\n## [Images](02-images.md)\na\n## Plain\nb\n:::');
    expect(html).toContain('<li class="card part card-linked">');
    expect(html).toContain('<li class="card part">');
  });

  test('the time of an entry is what stands before a dash between spaces', () => {
    const { html } = renderText(':::timeline\n## 03:12 – The *pager* rings\n## 2019–2021\n## Well-known\n:::');
    expect(html).toContain('<span class="timeline-time">03:12</span> The <em>pager</em> rings');
    expect(html).toContain('>2019–2021<');
    expect(html).toContain('>Well-known<');
  });

  test('a checklist’s boxes are labelled by their tasks', () => {
    const { html } = renderText(':::checklist\n- [x] One [two](#x)\n  - [ ] Three\n:::\n\n## X');
    expect(html).toContain(
      '<label class="check"><input type="checkbox" checked><span>One <a href="#section-x">two</a></span></label>',
    );
    expect(html).toContain('<label class="check"><input type="checkbox"><span>Three</span></label>');
    expect(html).not.toContain('task-box');
  });

  test('an author’s HTML cannot make one', () => {
    const { html } = renderText('<div class="flip-cards" data-turn="x"><input type="checkbox"></div>');
    expect(html).toBe('<div></div>');
  });
});

describe('definition lists', () => {
  test('join over blank lines', () => {
    expect(renderText('*A*\n: b\n  c\n: d\n\nE\n: f').html).toBe(
      '<dl><dt><em>A</em></dt><dd>b\nc</dd><dd>d</dd><dt>E</dt><dd>f</dd></dl>',
    );
  });

  test.each(['a: b', 'a\n:b', ': b', 'two\nlines\n: b', 'a `x\n: y`', '- a\n\n  : b'])('%j is none', (text) => {
    expect(renderText(text).html).not.toContain('<dl>');
  });
});

test('in feedback elements are their text', () => {
  const rich = (text: string) => JSON.stringify(toRichText(renderText(text).tree));
  expect(rich(':::tabs\n## A\na\n## B\nb\n:::')).toBe(
    '[["p",{},["strong",{},"A"]],["p",{},"a"],["p",{},["strong",{},"B"]],["p",{},"b"]]',
  );
  expect(rich(':::try-it[T]\na\n## S\nb\n:::')).toBe(
    '[["p",{},"Try it"],["p",{},["strong",{},"T"]],["p",{},"a"],["p",{},["strong",{},"S"]],["p",{},"b"]]',
  );
  expect(rich(':::checklist\n- [ ] a\n:::')).toContain('["ul",{},["li",{},"a"]]');
  expect(rich('A\n: b')).toBe('[["p",{},["strong",{},"A"]],["p",{},"b"]]');
  expect(rich('```js {1}\na\nb\n```')).toContain('"a\\nb\\n"');
});
