import { expect, test } from 'vitest';
import { drawFormula } from './draw-formula.ts';
import { sayFormula } from './say-formula.ts';

test.each([
  ['2', '2'],
  ['\\frac{1}{2}', '1/2'],
  ['\\frac{m}{m + r}', 'm/(m + r)'],
  ['x^2 + 2x - 1 = 0', 'x² + 2x − 1 = 0'],
  ['-x', '−x'],
  ['(-3, 4)', '(−3, 4)'],
  ['e^{-x}', 'e^(−x)'],
  ['2^{10}', '2¹⁰'],
  ['A_1 \\cdot A_n', 'A₁ ⋅ A_n'],
  ['x_{i+1}^2', 'x_(i+1)²'],
  ['\\sqrt{x}', '√x'],
  ['\\sqrt{x+1}', '√(x + 1)'],
  ['\\sqrt[3]{8}', '³√8'],
  ['\\sum_{i=1}^{n} i', '∑_(i=1)ⁿi'],
  ['\\sin x', 'sin x'],
  ['\\binom{n}{k}', '(n, k)'],
  ["f'(x)", 'f′(x)'],
  ['\\bar{x} \\le \\hat{y}', 'x̄ ≤ ŷ'],
  ['\\vec{v}', 'v⃗'],
  ['90^\\circ', '90°'],
  ['\\text{speed} = \\frac{s}{t}', 'speed = s/t'],
  ['\\begin{pmatrix}1 & 0\\\\0 & 1\\end{pmatrix}', '(1, 0; 0, 1)'],
  ['a \\Rightarrow b', 'a ⇒ b'],
  ['\\pi r^2', 'πr²'],
  ['\\left(\\frac{a}{b}\\right)^2', '(a/b)²'],
  ['\\lim_{x \\to 0} f(x)', 'lim_(x→0) f(x)'],
  ['\\{1, 2\\}', '{1, 2}'],
  ['50\\%', '50%'],
])('%s is said as %s', (tex, expected) => {
  const made = drawFormula(tex, false);
  if ('problem' in made) throw new Error(made.problem);
  expect(sayFormula(made.math)).toBe(expected);
});
