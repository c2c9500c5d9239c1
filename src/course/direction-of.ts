/** Languages whose usual script runs from right to left. */
const languages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'khw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const scripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa']);

/** Which way a language is written (BCP 47): a script in the tag decides (`uz-Arab`, `ks-Deva`), else the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', script = ''] = language.toLowerCase().split('-');
  if (/^[a-z]{4}$/.test(script)) return scripts.has(script) ? 'rtl' : 'ltr';
  return languages.has(base) ? 'rtl' : 'ltr';
}
