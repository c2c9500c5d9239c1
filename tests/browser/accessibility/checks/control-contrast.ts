import { backgroundOf, contrast, parseColour } from './colour.ts';
import { all, isSeen, named } from './dom.ts';

/** Fields and pictured signs that hardly stand out: less than 3:1 (WCAG 2.2, 1.4.11). */
export function controlContrast(): string[] {
  const found: string[] = [];
  for (const field of all('input:not([type="hidden"]), select, textarea')) {
    const style = getComputedStyle(field);
    // What the browser draws itself follows the system.
    if (style.appearance === 'auto' && /radio|checkbox|range/.test((field as HTMLInputElement).type)) continue;
    // Nor does it hold for what cannot be changed any more.
    if (!isSeen(field) || field.matches('[readonly], [aria-disabled="true"]')) continue;
    const back = backgroundOf(field.parentElement);
    const own = backgroundOf(field);
    if (back === null || own === null) continue;
    const border =
      Number.parseFloat(style.borderBlockEndWidth) > 0 ? contrast(parseColour(style.borderBlockEndColor), back) : 1;
    const ratio = Math.max(border, contrast(own, back));
    if (ratio < 3) found.push(`the edge of ${named(field)} has a contrast of ${ratio.toFixed(2)}`);
  }
  for (const sign of all('*')) {
    const style = getComputedStyle(sign);
    if (style.maskImage === 'none' || !isSeen(sign) || sign.closest('[aria-disabled="true"]')) continue;
    const back = backgroundOf(sign.parentElement);
    if (back === null) continue;
    const ratio = contrast(parseColour(style.backgroundColor), back);
    if (ratio < 3) found.push(`the sign ${named(sign)} has a contrast of ${ratio.toFixed(2)}`);
  }
  return found;
}
