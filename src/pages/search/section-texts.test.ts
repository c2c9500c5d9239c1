import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { drawFormula } from '../../markdown/math/draw-formula.ts';
import { sectionTexts } from './section-texts.ts';

function math(tex: string, display: boolean) {
  const drawn = drawFormula(tex, display);
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn.math;
}

test('says formulas in one line, as menus and reports do', () => {
  const body = h(null, [
    h('p', ['The hydration ', math('\\frac{w}{f}', false), '.']),
    h('p', 'So:'),
    math('h = \\frac{350\\,\\text{g}}{500\\,\\text{g}} = 70\\,\\%', true),
    h('p', 'Done.'),
  ]);
  expect(sectionTexts(body)[0]?.text).toBe('The hydration w/f. So: h = (350 g)/(500 g) = 70 % Done.');
});
