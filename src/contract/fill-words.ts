/**
 * Fills the gaps of a learner word: `fillWords('{done} of {total}', {done: 1, total: 9})` → `1 of 9`.
 * A gap without a value stays as it is, so that a mistake is seen instead of hidden.
 */
export function fillWords(text: string, gaps: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(gaps, name) ? String(gaps[name]) : gap));
}

/** A percentage in a course's language, from hundredths of a percent: 8333 → `83.33`, 8000 → `80`. Never rounded up. */
export function percentText(hundredths: number, language: string): string {
  return (hundredths / 100).toLocaleString(language, { maximumFractionDigits: 2 });
}
