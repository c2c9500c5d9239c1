import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { MediaFile } from '../../course/project.ts';
import { largestStyleSheet, ownStyleSheet } from './own-style-sheet.ts';

const mediaFile = (path: string, more: Partial<MediaFile> = {}): MediaFile => ({
  path,
  absolute: `/course/${path}`,
  bytes: 1,
  packaged: `media/${path.split('/').at(-1)}`,
  ...more,
});
const media = new Map(
  [
    mediaFile('media/sand.png'),
    mediaFile('fonts/own.woff2', { font: 'static' }),
    mediaFile('media/bad.svg', { svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' }),
  ].map((file) => [file.path, file]),
);

function read(css: string, source = 'own.css') {
  const file = new VFile({ path: source, value: css, data: { source } });
  const made = ownStyleSheet(file, media);
  const said = file.messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);
  return { ...made, said };
}

describe('files of the course get the addresses they have in the package', () => {
  test.each([
    ['a { background: url(media/sand.png) }', 'own.css', 'a { background: url("media/sand.png") }\n'],
    ['a { background: url( "../media/sand.png" ) }', 'look/own.css', 'a { background: url( "media/sand.png" ) }\n'],
    [
      '@font-face { src: url(fonts/own.woff2) format("woff2") }',
      'own.css',
      '@font-face { src: url("media/own.woff2") format("woff2") }\n',
    ],
    [
      'a { background: image-set("media/sand.png" 1x, url(media/sand.png) 2x) }',
      'own.css',
      'a { background: image-set("media/sand.png" 1x, url("media/sand.png") 2x) }\n',
    ],
    ['a { fill: url(#wave) }', 'own.css', 'a { fill: url(#wave) }\n'],
    [
      'a { background: url(data:image/png;base64,AA==) }',
      'own.css',
      'a { background: url(data:image/png;base64,AA==) }\n',
    ],
    ['a::before { content: "https://example.org" }', 'own.css', 'a::before { content: "https://example.org" }\n'],
  ])('%s', (css, source, written) => {
    const { css: made, said } = read(css, source);
    expect(said).toEqual([]);
    expect(made).toBe(written);
  });
});

describe('what a package must not have is told at its place', () => {
  test.each([
    ['@import "https://example.org/a.css";', ['css-remote 1:1']],
    ['@\\69mport url(a.css);', ['css-remote 1:1', 'media-missing 1:11']],
    ['a {\n  background: url(https://example.org/a.png);\n}', ['css-remote 2:15']],
    ['a { background: u\\72l(//example.org/a.png) }', ['css-remote 1:17']],
    ['a { background: image-set("http://example.org/a.png" 1x) }', ['css-remote 1:27']],
    ['a { background: url(data:text/html,x) }', ['css-refused 1:17']],
    ['a { background: url(JavaScript:alert) }', ['css-refused 1:17']],
    ['a { width: expression(alert(1)) }', ['css-refused 1:12']],
    ['a { behavior: url(media/sand.png) }', ['css-refused 1:5']],
    ['a { background: url(media/snad.png) }', ['media-missing 1:17']],
    ['a { background: url(../secret.png) }', ['media-missing 1:17']],
    ['a { background: url(media/bad.svg) }', ['svg-unsafe 1:17']],
    ['a { color: red', ['css-syntax 1:3']],
    ['a { color: red } }', ['css-syntax 1:18']],
    ['a { content: "open\n}', ['css-syntax 1:14']],
    ['/* open', ['css-syntax 1:1']],
    [`a{}${' '.repeat(largestStyleSheet)}`, ['css-refused 1:1']],
  ])('%s', (css, expected) => {
    expect(read(css).said.toSorted()).toEqual(expected.toSorted());
  });
});
