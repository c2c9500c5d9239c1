/**
 * `idPrefix` of a lesson's text on its page. The same in all lessons, since links to a section of another page are made
 * without looking into that page; and not empty, so that no heading takes an id that the page uses itself.
 */
export const lessonIdPrefix = 'section-';
