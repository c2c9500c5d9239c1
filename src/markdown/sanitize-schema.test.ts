import type { Element, Properties, Root } from 'hast';
import { h } from 'hastscript';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { allowedTags, sanitizeSchema, strippedTags } from './sanitize-schema.ts';

const sanitized = (tree: Root): Root => unified().use(rehypeSanitize, sanitizeSchema('p-')).runSync(tree);

/** The element that it must stand in, to stay. */
const parents: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']]),
  ),
  dd: ['dl'],
  dt: ['dl'],
  figcaption: ['figure'],
  li: ['ol', 'ul'],
  summary: ['details'],
  rp: ['ruby'],
  rt: ['ruby'],
};

/** Attributes an author might write, each with a value that is harmless. */
const written: Properties = {
  accessKey: ['a'],
  align: 'left',
  alt: 'x',
  ariaDescribedBy: ['x'],
  ariaHidden: 'true',
  ariaLabel: 'x',
  autoFocus: true,
  cite: 'https://a.example/',
  className: ['quiz', 'language-js'],
  colSpan: 2,
  contentEditable: 'true',
  dataFootnoteBackref: '',
  dataFootnoteRef: '',
  dataFootnotes: true,
  dataPage: 'x',
  dateTime: '2020',
  dir: 'rtl',
  headers: ['x'],
  height: 1,
  href: 'https://a.example/',
  id: 'x',
  lang: 'de',
  name: 'x',
  onClick: 'alert(1)',
  open: true,
  ping: ['https://a.example/'],
  reversed: true,
  role: 'alert',
  rowSpan: 2,
  scope: 'col',
  span: 2,
  src: 'a.png',
  srcSet: 'a.png 2x',
  start: 2,
  style: 'color:red',
  tabIndex: 1,
  target: '_blank',
  title: 'x',
  type: 'a',
  useMap: '#x',
  value: '3',
  width: 1,
};

/** All that stays beside `dir`, `id` and `lang`. */
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef', 'href'],
  abbr: ['title'],
  code: ['className'],
  col: ['span'],
  colgroup: ['span'],
  del: ['dateTime'],
  details: ['open'],
  // An address of a picture is relative to the course; the images transform knows the package.
  img: ['alt', 'height', 'src', 'title', 'width'],
  ins: ['dateTime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  section: ['dataFootnotes'],
  td: ['align', 'colSpan', 'headers', 'rowSpan', 'scope'],
  th: ['align', 'colSpan', 'headers', 'rowSpan', 'scope'],
  time: ['dateTime'],
};

/** The element after sanitising; null if it went. */
function after(tag: string, properties: Properties, parent: string | undefined): Element | null {
  const element: Element = { type: 'element', tagName: tag, properties, children: [] };
  const tree: Root = { type: 'root', children: [parent === undefined ? element : h(parent, [element])] };
  let found: Element | null = null;
  const look = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === tag) found = child;
      look(child);
    }
  };
  look(sanitized(tree));
  return found;
}

test('these elements and no others are allowed', () => {
  expect([...allowedTags].sort().join(' ')).toBe(
    'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ' +
      'hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot ' +
      'th thead time tr u ul var wbr',
  );
  expect([...strippedTags].sort().join(' ')).toBe(
    'applet audio canvas frameset iframe math noembed noframes noscript object plaintext script select style svg template ' +
      'textarea title video xmp',
  );
});

test.each(allowedTags)('<%s> stays where it belongs, and only with what is allowed on it', (tag) => {
  for (const parent of parents[tag] ?? [undefined]) {
    const stayed = after(tag, { ...written }, parent);
    expect(Object.keys(stayed?.properties ?? { none: true }).sort()).toEqual(
      [...(kept[tag] ?? []), 'dir', 'id', 'lang'].sort(),
    );
    expect(stayed?.properties['id']).toBe('p-user-x');
  }
  if (parents[tag] !== undefined) expect(after(tag, {}, 'div')).toBeNull();
});

test.each(strippedTags)('<%s> goes with what it holds', (tag) => {
  const tree: Root = {
    type: 'root',
    children: [{ ...h('p'), tagName: tag, children: [{ type: 'text', value: 'x' }] }],
  };
  expect(sanitized(tree).children).toEqual([]);
});

test.each(['form', 'input', 'button', 'embed', 'base', 'meta', 'link', 'dialog', 'x-y'])(
  '<%s> goes, its words stay',
  (tag) => {
    const tree: Root = {
      type: 'root',
      children: [{ ...h('p'), tagName: tag, children: [{ type: 'text', value: 'x' }] }],
    };
    expect(sanitized(tree).children).toEqual([{ type: 'text', value: 'x' }]);
  },
);

test('comments and document types go', () => {
  const tree: Root = { type: 'root', children: [{ type: 'comment', value: 'x' }, { type: 'doctype' }] };
  expect(sanitized(tree).children).toEqual([]);
});

test.each([
  ['language-js', true],
  ['language-c++', true],
  ['language-objective_c.2#-', true],
  [`language-${'a'.repeat(30)}`, true],
  [`language-${'a'.repeat(31)}`, false],
  ['language-', false],
  ['my-language-js', false],
  ['language-js quiz', false],
  ['language-é', false],
  ['quiz', false],
])('the class %j of code: %s', (name, stays) => {
  expect(after('code', { className: [name] }, undefined)?.properties['className'] ?? []).toEqual(stays ? [name] : []);
});

test.each([
  ['http://a.example/', true],
  ['https://a.example/', true],
  ['mailto:a@b.example', true],
  ['a.md#b', true],
  ['tel:1', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
])('a link to %s: %s', (href, stays) => {
  expect(after('a', { href }, undefined)?.properties['href']).toBe(stays ? href : undefined);
});

test('the address of a picture is for the images transform, which refuses it with a message', () => {
  expect(after('img', { src: 'http://a.example/b.png' }, undefined)?.properties['src']).toBe('http://a.example/b.png');
});

test.each(['ariaDescribedBy', 'headers'])('ids that %s names are those of the page', (name) => {
  const tag = name === 'headers' ? 'td' : 'a';
  const value = after(tag, { [name]: ['x'] }, name === 'headers' ? 'table' : undefined)?.properties[name];
  expect(String(value)).toBe('p-user-x');
});
