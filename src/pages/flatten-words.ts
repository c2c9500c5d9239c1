import type { Words } from '../course/course-words.ts';

/** `{saved: {now: 'Saved'}}` → `{'saved.now': 'Saved'}`. Throws on anything but texts; `file` names the culprit. */
export function flattenWords(value: unknown, file: string, prefix = ''): Words {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${file}: "${prefix || 'the file'}" must hold words by key.`);
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]): [string, string][] => {
      const key = prefix ? `${prefix}.${name}` : name;
      return typeof part === 'string' ? [[key, part]] : Object.entries(flattenWords(part, file, key));
    }),
  );
}

export type NestedWords = { readonly [name: string]: string | NestedWords };

/** The way back, for templates, where a dot in a name is a step: `{{w.saved.now}}`. */
export function nestWords(words: Words): NestedWords {
  type Open = { [name: string]: string | Open };
  const root: Open = {};
  for (const [key, text] of Object.entries(words)) {
    const names = key.split('.');
    const last = names.pop();
    let level = root;
    for (const name of names) {
      const next = level[name];
      if (typeof next === 'object') {
        level = next;
      } else {
        const made: Open = {};
        level[name] = made;
        level = made;
      }
    }
    if (last !== undefined) level[last] = text;
  }
  return root;
}
