import type { Words } from '../course/course-words.ts';

/**
 * Groups of the words that only stand in pages as they are built, or in the trainer's sheet: no script says one of them,
 * so the player need not load them.
 */
export const builtWords: readonly string[] = [
  'ask',
  'callout',
  'checklist',
  'code',
  'compare',
  'details',
  'download',
  'embed',
  'flipCards',
  'footnotes',
  'formula',
  'glossary',
  'home.hours',
  'home.hoursMinutes',
  'home.lessons',
  'home.minutes',
  'home.rules',
  'keys',
  'link',
  'media',
  'opening',
  'page.lesson',
  'page.module',
  'question',
  'reference',
  'review',
  'search',
  'second',
  'sheet',
  'table',
  'task',
  'tryIt',
  'zoom',
];

/** The words that the player's and the pages' scripts may say. */
export function runtimeWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).filter(([key]) => !builtWords.some((group) => key === group || key.startsWith(`${group}.`))),
  );
}
