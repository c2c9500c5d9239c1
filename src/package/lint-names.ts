import type { PackageFault } from './verify-package.ts';

const longestPath = 180;
const part = /^[a-z0-9._-]+$/;
// Docebo refuses a package with any of these; Moodle serves .mjs as plain text.
const refused = new Set(['.jsp', '.mjs', '.php', '.pl', '.py', '.rb', '.sh']);
// Windows opens these as devices, whatever the extension.
const device = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/;

/** Checks the names of a package's files: what some LMS or operating system would not take, or mix up. */
export function lintNames(paths: readonly string[]): readonly PackageFault[] {
  const faults = paths.flatMap((path) => lintName(path).map((reason) => ({ path, reason })));
  const byName = new Map<string, string>();
  for (const path of paths) {
    // Open edX serves files by base name alone.
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const other = byName.get(name);
    if (other !== undefined) faults.push({ path, reason: `\`${other}\` has the same file name` });
    byName.set(name, path);
  }
  return faults;
}

function lintName(path: string): string[] {
  const parts = path.split('/');
  const reasons: string[] = [];
  if (path.length > longestPath) reasons.push(`its path has ${path.length} characters, more than ${longestPath}`);
  if (parts.some((name) => name === '' || /^\.+$/.test(name))) reasons.push('its path is not a plain relative one');
  else if (!parts.every((name) => part.test(name)))
    reasons.push('its name has other characters than a-z, 0-9, dot, _ and -');
  if (parts.some((name) => name.endsWith('.'))) reasons.push('a name in its path ends with a dot');
  if (parts.some((name) => device.test(name.toLowerCase()))) reasons.push('Windows keeps this name for a device');
  const extension = /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';
  if (refused.has(extension)) reasons.push(`LMSs refuse files ending in ${extension}`);
  return reasons;
}
