/**
 * Reads what follows the language of a code fence: `title="compose.yaml" caption='…'`.
 *
 * @returns the options by name, and what could not be read
 */
export function fenceOptions(meta: string): { options: ReadonlyMap<string, string>; rest: string } {
  const options = new Map<string, string>();
  const rest = meta.replace(
    /(?<=^|\s)([a-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))(?=\s|$)/gi,
    (_match, name: string, double?: string, single?: string, bare?: string) => {
      options.set(name.toLowerCase(), (double ?? single ?? bare ?? '').trim());
      return '';
    },
  );
  return { options, rest: rest.replace(/\s+/g, ' ').trim() };
}
