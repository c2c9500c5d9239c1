/**
 * The text of an API argument: numbers and booleans are taken for theirs, as JavaScript LMSs do; null for what is no
 * argument (missing, null, objects).
 */
export function argumentText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
