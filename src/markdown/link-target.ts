/** What a link in markdown points to. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly href: string }
  | { readonly kind: 'mail'; readonly href: string }
  /** In the same page. */
  | { readonly kind: 'fragment'; readonly fragment: string }
  /** A path in the course folder; null if it leaves it. */
  | { readonly kind: 'path'; readonly path: string | null; readonly fragment: string | null }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Reads a link as a browser would, and lets through only what a course may link to.
 *
 * @param href as the author wrote it, percent-encoded or not
 * @param folder of the source in the course folder, to resolve relative paths
 */
export function linkTarget(href: string, folder: string): LinkTarget {
  const text = withoutInvisible(href);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http') {
    return URL.canParse(text) && /^https?:\/\//i.test(text)
      ? { kind: 'web', href: new URL(text).href }
      : { kind: 'refused', why: 'the address is not complete' };
  }
  if (scheme === 'mailto') return { kind: 'mail', href: text };
  if (scheme !== undefined) return { kind: 'refused', why: `\`${scheme}:\` is not allowed` };
  if (/^[\\/]{2}/.test(text)) return { kind: 'refused', why: 'the protocol is missing' };
  if (/^[\\/]/.test(text)) return { kind: 'refused', why: 'it starts at the root of the server, not of the course' };
  if (text.includes('\\')) return { kind: 'refused', why: 'it holds a backslash' };

  const hash = text.indexOf('#');
  const fragment = hash < 0 ? null : decodePath(text.slice(hash + 1));
  const path = (hash < 0 ? text : text.slice(0, hash)).replace(/\?.*$/, '');
  if (path === '') return { kind: 'fragment', fragment: fragment ?? '' };
  return { kind: 'path', path: resolvePath(folder, decodePath(path)), fragment };
}

/** @returns the path in the course folder, or null if it leaves it */
function resolvePath(folder: string, path: string): string | null {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}

/** Percent-decodes; what is not valid stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Browsers drop these before they look for a scheme: `java\nscript:` runs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]+/g;

function withoutInvisible(href: string): string {
  return href.replace(invisible, '').trim();
}

/** How a source in this folder of the course writes a path of the course: `../02-images.md`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
