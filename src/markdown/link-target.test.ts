import { describe, expect, test } from 'vitest';
import { linkTarget } from './link-target.ts';

describe('linkTarget', () => {
  test.each([
    ['https://a.example/b c', '', { kind: 'web', href: 'https://a.example/b%20c' }],
    ['mailto:a@b.example', '', { kind: 'mail', href: 'mailto:a@b.example' }],
    ['#a%20b', '', { kind: 'fragment', fragment: 'a b' }],
    ['a.md', 'part', { kind: 'path', path: 'part/a.md', fragment: null }],
    ['../a%20b.md?x#y', 'part', { kind: 'path', path: 'a b.md', fragment: 'y' }],
    ['../../a.md', 'part', { kind: 'path', path: null, fragment: null }],
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
