import type { RichText, TextRef } from '../contract/rich-text.ts';
import type { PackageFile } from './rendered-course.ts';
import { scriptValue } from './script-value.ts';

/**
 * `pages/<page>.texts.js`: feedback, explanations and hints of the page's questions. They are no part of `player.js`, so
 * that the launch does not wait for the texts of the whole course, nor of the page itself, where they would be seen
 * before the learner has answered. A classic script, since modules and `fetch` fail on `file://`.
 *
 * @param href of the page, after which it is named
 * @param texts of the whole course
 * @param from the first one of this page, and the one behind its last
 * @returns null if the page has none
 */
export function pageTexts(href: string, texts: readonly RichText[], [from, to]: readonly [TextRef, TextRef]) {
  if (from === to) return null;
  const own = Object.fromEntries(texts.slice(from, to).map((text, index) => [from + index, text]));
  const name = href.replace(/html$/, 'texts.js');
  const file: PackageFile = {
    path: `pages/${name}`,
    text: `buildScormTexts = Object.assign(globalThis.buildScormTexts || {}, ${scriptValue(own)});\n`,
  };
  return { name, file };
}
