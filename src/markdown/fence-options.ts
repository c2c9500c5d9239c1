/** What stands behind the language of a code fence. */
export interface FenceOptions {
  readonly options: ReadonlyMap<string, string>;
  /** What stands in braces: the lines to mark. */
  readonly lines: string | null;
  /** What could not be read. */
  readonly rest: string;
}

/**
 * Reads what follows the language of a code fence: `title="compose.yaml" {2,4-6} numbers`.
 *
 * @param flags options that may stand without a value
 */
export function fenceOptions(meta: string, flags: readonly string[] = []): FenceOptions {
  const options = new Map<string, string>();
  let lines: string | null = null;
  const rest = meta.replace(
    /(?<=^|\s)([a-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/gi,
    (_match, name: string, double?: string, single?: string, bare?: string) => {
      options.set(name.toLowerCase(), (double ?? single ?? bare ?? '').trim());
      return '';
    },
  );
  const unread = rest
    .replace(/(?<=^|\s)\{([^{}]*)\}(?=\s|$)/, (_match, text: string) => {
      lines = text;
      return '';
    })
    .split(/\s+/)
    .filter((word) => word !== '' && !flags.includes(word));
  for (const flag of flags) if (rest.split(/\s+/).includes(flag) && !options.has(flag)) options.set(flag, '');
  return { options, lines, rest: unread.join(' ') };
}
