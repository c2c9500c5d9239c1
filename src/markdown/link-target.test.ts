import { describe, expect, test } from 'vitest';
import { isActiveFile } from './is-active-file.ts';
import { linkTarget, relativePath } from './link-target.ts';

describe('linkTarget', () => {
  test.each([
    ['https://a.example/b c', '', { kind: 'web', href: 'https://a.example/b%20c' }],
    ['mailto:a@b.example', '', { kind: 'mail', href: 'mailto:a@b.example' }],
    ['#a%20b', '', { kind: 'fragment', fragment: 'a b' }],
    ['a.md', 'part', { kind: 'path', path: 'part/a.md', fragment: null }],
    ['../a%20b.md?x#y', 'part', { kind: 'path', path: 'a b.md', fragment: 'y' }],
    ['../../a.md', 'part', { kind: 'path', path: null, fragment: null }],
    ['http://a.example', '', { kind: 'web', href: 'http://a.example/' }],
    ['HTTPS://A.example/?q=a:b', '', { kind: 'web', href: 'https://a.example/?q=a:b' }],
    ['', 'part', { kind: 'fragment', fragment: '' }],
    ['?x', 'part', { kind: 'fragment', fragment: '' }],
    ['./a.md', 'part', { kind: 'path', path: 'part/a.md', fragment: null }],
    ['b//./a.md', 'part', { kind: 'path', path: 'part/b/a.md', fragment: null }],
    ['a.md?long=query', '', { kind: 'path', path: 'a.md', fragment: null }],
    ['a/http:b.md', '', { kind: 'path', path: 'a/http:b.md', fragment: null }],
    ['a//b.md', '', { kind: 'path', path: 'a/b.md', fragment: null }],
    ['%E0%A4%A', '', { kind: 'path', path: '%E0%A4%A', fragment: null }],
  ])('%s from “%s”', (href, folder, target) => {
    expect(linkTarget(href, folder)).toEqual(target);
  });

  test.each([
    ...[
      'javascript:a',
      'java\nscript:a',
      '\u0001javascript:a',
      ' JAVASCRIPT:a',
      'data:text/html,a',
      'vbscript:a',
      'file:///a',
      'tel:1',
    ],
    ...['//a.example', '/\\a.example', '\\\\a.example', '/\t/a.example', '/a', 'a\\b.md', 'https:a', 'https://'],
  ])('refuses %j', (href) => {
    expect(linkTarget(href, '').kind).toBe('refused');
  });
});

describe('linkTarget says why', () => {
  test.each([
    ['https:a', 'the address is not complete'],
    ['https://', 'the address is not complete'],
    ['http:x', 'the address is not complete'],
    ['http:https://a.example', 'the address is not complete'],
    ['Tel:1', '`tel:` is not allowed'],
    ['//a.example', 'the protocol is missing'],
    ['\\\\a.example', 'the protocol is missing'],
    ['/a', 'it starts at the root of the server, not of the course'],
    ['\\a', 'it starts at the root of the server, not of the course'],
    ['a\\b.md', 'it holds a backslash'],
  ])('%s: %s', (href, why) => {
    expect(linkTarget(href, '')).toEqual({ kind: 'refused', why });
  });
});

describe('relativePath', () => {
  test.each([
    ['', 'a.md', 'a.md'],
    ['', 'b/a.md', 'b/a.md'],
    ['b', 'b/a.md', 'a.md'],
    ['b', 'a.md', '../a.md'],
    ['b/c', 'b/d/a.md', '../d/a.md'],
    ['b/c', 'x/c/a.md', '../../x/c/a.md'],
    ['b/c', 'b/c', '../c'],
    ['b/c', 'b/c/d/a.md', 'd/a.md'],
  ])('from “%s” to %s is %s', (folder, path, relative) => {
    expect(relativePath(folder, path)).toBe(relative);
  });
});

describe('isActiveFile', () => {
  test.each([
    'a.html',
    'a.HTM',
    'a.xhtml',
    'a.xht',
    'a.svg',
    'a.svgz',
    'a.xml',
    'a.xsl',
    'a.js',
    'a.mjs',
    'a.mht',
    'a.mhtml',
    'a.swf',
    'a.wasm',
  ])('%s is one', (path) => expect(isActiveFile(path)).toBe(true));
  test.each(['a.pdf', 'html', 'a.html.txt', 'a.json', 'xml.png'])('%s is none', (path) =>
    expect(isActiveFile(path)).toBe(false),
  );
});
