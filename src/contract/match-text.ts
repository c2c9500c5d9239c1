/**
 * When a typed answer is one that the author accepts. What fingers, keyboards and phones add on their own makes no
 * difference: spaces at the ends and doubled, curly quotes, an apostrophe of another shape, invisible marks, one letter
 * written as two code points. Upper and lower case make none unless the author says so.
 */
export interface TextRule {
  /** Whether upper and lower case make a difference. */
  readonly case: boolean;
}

/** Two texts are the same answer exactly if this makes them equal. */
export function foldText(text: string, rule: TextRule): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return rule.case ? plain : plain.toLowerCase().normalize('NFC');
}

/**
 * Whether the whole of a typed text is of a pattern. Patterns have been checked when the course was compiled: none takes
 * long on texts of a field's length (`src/course/questions/safe-pattern.ts`).
 */
export function matchesPattern(pattern: string, text: string, rule: TextRule): boolean {
  return new RegExp(`^(?:${pattern})$`, rule.case ? 'u' : 'iu').test(foldText(text, { case: true }));
}
