import type { Element } from 'hast';

/** A formula as MathML, or what is wrong with its TeX. */
export type Formula =
  | { readonly math: Element }
  /** `offset` counts characters of the TeX; null where the fault has no place. */
  | { readonly problem: string; readonly offset: number | null };

/**
 * Makes a formula of TeX.
 *
 * @param display on a line of its own, with tall sums and fractions
 */
export type FormulaSource = (tex: string, display: boolean) => Formula;
