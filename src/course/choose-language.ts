/**
 * The language among these that serves readers of another best: itself, else one of the same language, script and
 * region when written out (`pt` is `pt-BR`, `zh-Hans` is `zh-CN`), else its base (`de` for `de-AT`), else one of the
 * same language in the same script (`pt-BR` for `pt-PT`). Null if there is none.
 *
 * @param wanted BCP 47, like the others
 */
export function chooseLanguage(wanted: string, available: readonly string[]): string | null {
  // The usual case, without writing out every language there is.
  const same = available.find((tag) => tag.toLowerCase() === wanted.toLowerCase());
  if (same !== undefined) return same;
  const full = new Intl.Locale(wanted).maximize();
  const near = available.map((tag) => ({ tag, locale: new Intl.Locale(tag).maximize() }));
  const sameScript = near.filter(({ locale }) => locale.language === full.language && locale.script === full.script);
  const found =
    sameScript.find(({ locale }) => locale.region === full.region) ??
    sameScript.find(({ tag }) => tag === full.language) ??
    sameScript[0];
  return found?.tag ?? null;
}

/** Whether one serves readers of the other without a difference to speak of: `pt` and `pt-BR`, `de-AT` and `de`. */
export function isSameLanguage(wanted: string, given: string): boolean {
  const full = new Intl.Locale(wanted).maximize();
  const other = new Intl.Locale(given);
  const { language, script, region } = other.maximize();
  return full.language === language && full.script === script && (full.region === region || other.region === undefined);
}
