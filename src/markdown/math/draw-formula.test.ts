import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../to-html.ts';
import { drawFormula } from './draw-formula.ts';

function html(tex: string, display = false): string {
  const made = drawFormula(tex, display);
  if ('problem' in made) throw new Error(made.problem);
  return toHtml({ type: 'root', children: [made.math] });
}

const fault = (tex: string) => {
  const made = drawFormula(tex, false);
  return 'problem' in made ? [made.problem, made.offset] : null;
};

describe('a formula becomes MathML', () => {
  test('in a line', () => {
    expect(html('x^2')).toBe('<math><msup><mi>x</mi><mn>2</mn></msup></math>');
  });

  test('on a line of its own', () => {
    expect(html('\\frac{a}{b}', true)).toBe('<math display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>');
  });

  test('aligned lines keep their sides by classes', () => {
    const made = html('\\begin{aligned}a&=b\\\\c&=d\\end{aligned}', true);
    expect(made).toContain('<mtd class="tml-right tml-flush-left tml-flush-right"><mi>a</mi></mtd>');
    expect(made).not.toMatch(/\sstyle=/);
  });

  test('rules of a table become classes', () => {
    expect(html('\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}', true)).toContain(
      '<mtd class="tml-border-bottom tml-flush-left tml-border-right">',
    );
  });

  test('a text is text', () => {
    expect(html('\\text{<img src=x onerror=alert(1)>}')).toContain(
      '<mtext>&#x3C;img\u00a0src=x\u00a0onerror=alert(1)></mtext>',
    );
  });

  test('colours are left out', () => {
    expect(html('\\textcolor{red}{x} + \\colorbox{blue}{y}')).not.toMatch(/red|blue|#|style/);
  });
});

describe('what is wrong says where', () => {
  test.each([
    ['x + \\foo', ['there is no command `\\foo`', 4]],
    ['x^{2', ['`}` is missing at its end', 4]],
    ['\\frac{a}', ['it ends in the middle of a command', 8]],
    ['\\begin{aligned}a', ['`\\end` is missing', 16]],
    ['  ', ['it is empty', null]],
    ['x'.repeat(10_001), ['it has more than 10000 characters', null]],
    ['{'.repeat(4900) + '}'.repeat(4900), ['it is nested too deep', null]],
    ['\\def\\a{\\a\\a}\\a', ['a command of its own repeats without end', null]],
  ])('%.30s', (tex, expected) => {
    expect(fault(tex)).toEqual(expected);
  });
});

const hostile = [
  '\\href{javascript:alert(1)}{x}',
  '\\url{javascript:alert(1)}',
  '\\includegraphics{https://evil.example/x.png}',
  '\\class{quiz}{x}',
  '\\id{main}{x}',
  '\\data{a=b}{x}',
  '\\style{background:url(//evil.example)}{x}',
  '\\htmlId{main}{x}',
  '\\html{<script>}',
  '\\text{\\href{javascript:alert(1)}{x}}',
  '\\textcolor{expression(alert(1))}{x}',
  '\\unicode{60}script',
  '\\char"3Cscript\\char"3E',
  '\\label{x"><img src=x onerror=alert(1)>} \\tag{"><script>alert(1)</script>} y',
  '\\ref{javascript:alert(1)}',
  '\\def\\x#1{\\href{#1}{y}}\\x{javascript:alert(1)}',
  '\\rule{9999999em}{9999999em}',
  '\\color{red;background:url(//evil.example)} x',
  '</math><img src=x onerror=alert(1)>',
];

test.each(hostile)('nothing but formula comes of %s', (tex) => {
  const made = drawFormula(tex, true);
  if ('problem' in made) return expect(made.problem).not.toBe('');
  visit(made.math, (node) => {
    if (node.type !== 'element') return expect(node.type).toBe('text');
    expect(node.tagName).toMatch(/^m[a-z]+$/);
    for (const [name, value] of Object.entries(node.properties)) {
      expect(name).toMatch(/^(?:className|[a-z]+)$/);
      expect(name).not.toMatch(/^(?:on|href|src|style|id$|data|xlink)/);
      expect(String(value)).toMatch(/^[\w.+,%-]+$/);
    }
  });
});
