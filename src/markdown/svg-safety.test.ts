import { describe, expect, test } from 'vitest';
import { svgProblems } from './svg-safety.ts';

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;

describe('svgProblems', () => {
  test.each([
    ['plain shapes', svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="1" height="1"/>')],
    ['a style', svg('<style>.a{fill:red}@media (prefers-color-scheme:dark){.a{fill:url(#b)}}</style>')],
    ['use of its own parts', svg('<use xlink:href="#a"/><use href="#b"/>')],
    ['an embedded picture', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['a prolog and a comment', `<?xml version="1.0"?><!-- a -->${svg('<text>only = x</text>')}`],
    ['an animation of a number', svg('<rect><animate attributeName="x" from="0" to="5" values="0;5"/></rect>')],
  ])('%s is safe', (_name, text) => {
    expect(svgProblems(text)).toEqual([]);
  });

  test.each([
    ['script', svg('<script>alert(1)</script>')],
    ['prefixed script', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>')],
    ['handler', svg('', 'onload="alert(1)"')],
    ['handler in upper case', svg('<rect ONCLICK="alert(1)"/>')],
    ['foreignObject', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
    ['link with script', svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>')],
    ['link with hidden script', svg('<a href="java&#10;script:alert(1)"><text>x</text></a>')],
    ['link outside', svg('<a href="https://a.example"><text>x</text></a>')],
    ['picture from outside', svg('<image href="https://a.example/b.png"/>')],
    ['picture by protocol-relative address', svg('<image xlink:href="//a.example/b.png"/>')],
    ['picture by relative address', svg('<image href="b.png"/>')],
    ['use of another file', svg('<use href="b.svg#c"/>')],
    ['embedded SVG', svg('<image href="data:image/svg+xml;base64,AAAA"/>')],
    ['style from outside', svg('<rect style="fill:url(https://a.example/b)"/>')],
    ['style with import', svg('<style>@import "https://a.example/b.css";</style>')],
    ['style with escapes', svg('<style>.a{fill:\\75rl(https://a.example/b)}</style>')],
    ['fill from outside', svg('<rect fill="url(//a.example/b#c)"/>')],
    ['animation of an address', svg('<a><animate attributeName="xlink:href" to="javascript:alert(1)"/></a>')],
    ['animation of a handler', svg('<set attributeName="onclick" to="alert(1)"/>')],
    ['document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['style sheet', `<?xml-stylesheet href="a.css"?>${svg('')}`],
    ['broken XML', '<svg><rect></svg>'],
  ])('%s is refused', (_name, text) => {
    expect(svgProblems(text)).not.toEqual([]);
  });

  test.each([
    ...['script', 'iframe', 'embed', 'object', 'audio', 'video', 'canvas', 'link', 'meta', 'handler', 'listener'],
    'foreignObject',
  ])('<%s> is named', (name) => {
    expect(svgProblems(svg(`<g><${name}/></g>`))).toEqual([`it holds \`<${name.toLowerCase()}>\``]);
  });

  const outside = (name: string): string[] => [`\`${name}\` points outside the file`];
  test.each<[string, string, string[]]>([
    ...['data', 'from', 'to', 'values', 'by'].flatMap((name): [string, string, string[]][] => [
      [`${name} with a protocol`, svg(`<a ${name}="x1+.-:b"/>`), outside(name)],
      [`${name} without a protocol`, svg(`<a ${name}="//a.example"/>`), outside(name)],
      [`${name} in Windows' way`, svg(`<a ${name}="\\\\x.example"/>`), outside(name)],
      [`${name} of a path`, svg(`<a ${name}="/a.png"/>`), []],
      [`${name} with a colon later`, svg(`<a ${name}="0;a:b"/>`), []],
      [`${name} with a picture`, svg(`<a ${name}="data:image/webp,AAAA"/>`), []],
      [`${name} with a picture later`, svg(`<a ${name}="x:data:image/webp,AAAA"/>`), outside(name)],
    ]),
    ['src of a path', svg('<image src="a.png"/>'), outside('src')],
    ['src of nothing', svg('<image src="" href=""/>'), []],
    ['another attribute with an address', svg('<g label="https://a.example" title="x"/>'), []],
    ['handler', svg('', 'onload="x"'), ['it has a handler, `onload`']],
    ['script', svg('<g title="vbscript:x"/>'), ['`title` holds an address that can run script']],
    ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'].map((kind): [string, string, string[]] => [
      `a picture, ${kind}`,
      svg(`<image href="data:image/${kind};base64,AAAA"/>`),
      [],
    ]),
    ...['png', 'jpg', 'jpeg', 'gif', 'webp'].map((kind): [string, string, string[]] => [
      `a picture in a style, ${kind}`,
      svg(`<g style="fill:url( 'data:image/${kind};base64,AAAA')"/>`),
      [],
    ]),
    ['animation of a handler', svg('<set attributeName="onclick"/>'), ['it animates an address or a handler']],
    ['animation of href', svg('<set attributeName="href"/>'), ['it animates an address or a handler']],
    ['animation of xlink:href', svg('<set attributeName="xlink:href"/>'), ['it animates an address or a handler']],
    ['animation of something like it', svg('<set attributeName="hrefs"/><set attributeName="button"/>'), []],
    ['an attribute named like an animation', svg('<g title="onclick"/>'), []],
    ['escapes', svg('<style>a{b:\\75}</style>'), ['its style holds escapes']],
    ['import', svg('<style>@import "a"</style>'), ['its style imports another']],
    ['style outside', svg('<style>a{b:url(a.png)}</style>'), ['its style points outside the file']],
    ['image-set', svg('<style>a{b:image-set("a")}</style>'), ['its style can load or run something']],
    ['expression', svg('<style>a{b:expression  (x)}</style>'), ['its style can load or run something']],
    ['binding', svg('<style>a{-moz-binding:x}</style>'), ['its style can load or run something']],
    ['words like a style in a text', svg('<text>url(a.png) @import expression(x)</text>'), []],
    ['a style in several parts', svg('<style>@im<!-- x -->port</style>'), ['its style imports another']],
    ['document type', `<!DOCTYPE svg>${svg('')}`, ['it has a document type or entities']],
    ['style sheet', `<?xml-stylesheet href="a"?>${svg('')}`, ['it loads a style sheet']],
    ['broken XML', '<svg><g></svg>', ['it is not well-formed XML']],
    [
      'several at once, in order',
      svg('<script/><g onload="x" style="a:url(b)"/>'),
      ['it has a handler, `onload`', 'it holds `<script>`', 'its style points outside the file'],
    ],
  ])('%s', (_name, text, problems) => {
    expect(svgProblems(text)).toEqual(problems);
  });
});
