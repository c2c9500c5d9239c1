import { isSameLanguage } from '../course/choose-language.ts';
import { directionOf } from '../course/direction-of.ts';

/**
 * Attributes for a part of a page that is in another language than what stands around it (WCAG 2.2, 3.1.2), ready to be
 * put into a tag; empty where it is in the same.
 *
 * @param language of the part, BCP 47
 * @param around of the page
 */
export function languageAttributes(language: string, around: string): string {
  if (isSameLanguage(around, language) || isSameLanguage(language, around)) return '';
  const direction = directionOf(language);
  return ` lang="${language}"${direction === directionOf(around) ? '' : ` dir="${direction}"`}`;
}
