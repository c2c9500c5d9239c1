/** The parts of a window that the search looks at; anything may throw where a frame is of another origin. */
export interface SearchedWindow {
  readonly parent: unknown;
  readonly opener: unknown;
  readonly top: unknown;
}

/** Longest parent chain followed (SCORM's own sample stops at 7; real LMSs nest deeper, none nears 500). */
const farthest = 500;

/**
 * Looks for an LMS's API object: in the own window and up its parents, then in the opener and its parents, then in the
 * top window's opener, and in the opener's document. Each hop is guarded by itself, since reading a frame of another
 * origin throws, and only objects with all the named functions count.
 *
 * @param start the window to begin with
 * @param name `API` for SCORM 1.2; only the package's own standard, for some LMSs expose several
 * @param functions what the object must offer
 * @returns the object, or null; never throws
 */
export function findApi(start: SearchedWindow, name: string, functions: readonly string[]): object | null {
  const own = (window: unknown): object | null => {
    const found = read(window, name);
    return isApi(found, functions) ? found : null;
  };
  const upwards = (from: unknown): object | null => {
    let window = from;
    for (let hop = 0; hop <= farthest && isObject(window); hop++) {
      const found = own(window);
      if (found !== null) return found;
      const parent = read(window, 'parent');
      if (parent === window) return null;
      window = parent;
    }
    return null;
  };
  const opener = read(start, 'opener');
  const topOpener = read(read(start, 'top'), 'opener');
  return (
    upwards(start) ??
    upwards(opener) ??
    upwards(topOpener) ??
    own(read(opener, 'document')) ??
    own(read(topOpener, 'document'))
  );
}

/** Nothing can hold an API later: opened from a folder, in a window of its own. */
export const isAlone = (window: SearchedWindow): boolean =>
  read(read(window, 'location'), 'protocol') === 'file:' &&
  read(window, 'parent') === window &&
  !isObject(read(window, 'opener'));

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

function read(from: unknown, key: string): unknown {
  if (!isObject(from)) return undefined;
  try {
    return (from as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function isApi(candidate: unknown, functions: readonly string[]): candidate is object {
  // A host object's method may be of type "object" (old plug-in APIs), hence not a test for "function".
  return isObject(candidate) && functions.every((name) => isObject(read(candidate, name)));
}
