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
});
