/** Orders paths by their UTF-8 bytes: the same on every machine, whatever its locale. */
export function comparePaths(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
