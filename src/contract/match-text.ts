/**
 * When a typed answer is one that the author accepts. What fingers, keyboards and phones add on their own makes no
 * difference: spaces at the ends and doubled, curly quotes, an apostrophe of another shape, invisible marks, one letter
 * written as two code points, wide letters and the digits of Arabic and Hindi keyboards. Upper and lower case make none
 * unless the author says so.
 */
export interface TextRule {
  /** Whether upper and lower case make a difference. */
  readonly case: boolean;
}

/** Two texts are the same answer exactly if this makes them equal. */
export function foldText(text: string, rule: TextRule): string {
  const plain = tidyText(narrowText(text));
  // A capital İ has its dot as a mark of its own when it is made small.
  return rule.case
    ? plain
    : plain
        .toLowerCase()
        .replace(/i\u0307/g, 'i')
        .normalize('NFC');
}

/** Two answers that an author lists are one written twice exactly if this makes them equal; nearly the same may both stand. */
export function listedText(text: string, rule: TextRule): string {
  const plain = tidyText(text);
  return rule.case ? plain : plain.toLowerCase().normalize('NFC');
}

/** Wide letters, digits and signs, as East Asian keyboards make them, and other keyboards' digits, as those of ASCII. */
export function narrowText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}

/** Without what keyboards and phones add on their own. */
function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether the whole of a typed text is of a pattern. Patterns have been checked when the course was compiled: none takes
 * long on texts of a field's length (`src/course/questions/safe-pattern.ts`).
 */
export function matchesPattern(pattern: string, text: string, rule: TextRule): boolean {
  const whole = new RegExp(`^(?:${pattern})$`, rule.case ? 'u' : 'iu');
  return [text, narrowText(text)].some((each) => whole.test(tidyText(each)));
}
