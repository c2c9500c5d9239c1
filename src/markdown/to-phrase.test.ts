import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { toHtml } from './to-html.ts';
import { toPhrase } from './to-phrase.ts';

const half = () => h('math', h('mfrac', [h('mn', '1'), h('mn', '2')]));
const html = (...children: ReturnType<typeof h>[]): string => toHtml(toPhrase({ type: 'root', children }));

test('a paragraph gives its content', () => {
  expect(html(h('p', ['a ', h('em', 'b')]))).toBe('a <em>b</em>');
});

test('a formula has a name, and room where it stands alone', () => {
  expect(html(h('p', half()))).toBe(
    '<math aria-label="1/2" displaystyle="true"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
  );
  expect(html(h('p', ['x is ', half()]))).toBe(
    'x is <math aria-label="1/2"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
  );
});

test('one that scrolls is no group, which browsers leave out of names', () => {
  expect(html(h('div', { className: ['formula'], tabIndex: 0, role: 'group', ariaLabel: 'Formula' }, half()))).toBe(
    '<span class="formula"><math aria-label="1/2"><mfrac><mn>1</mn><mn>2</mn></mfrac></math></span>',
  );
});

test('a figure is no block', () => {
  const figure = h('figure', { className: ['figure'], dataZoom: 'Enlarge' }, [
    h('img', { src: 'a.png', alt: 'A cup' }),
    h('figcaption', 'Before'),
  ]);
  expect(html(figure)).toBe(
    '<span class="figure"><img src="a.png" alt="A cup"><span class="figure-caption">Before</span></span>',
  );
});

test('nothing stays nothing', () => {
  expect(html()).toBe('');
});
