import type { CourseData } from './course-data.ts';
import type { LearnerState } from './learner-state.ts';
import { stableHash } from './stable-hash.ts';

/** A film counts in this many equal parts; what was played of it is a number with a bit for each, the first part lowest. */
export const filmParts = 32;

/** Every part of a film was played. */
export const wholeFilm = 2 ** filmParts - 1;

export interface PlayedFilm {
  readonly page: string;
  /** As `PageData.films` names it. */
  readonly film: string;
  readonly parts: number;
}

/** A film as the state knows it: one that stands on two pages is watched on each. */
export const filmId = (page: string, film: string): string => `${page} ${film}`;

export const filmKeyBits = 24;

/** What a film takes in the text. */
export const filmBits = filmKeyBits + filmParts;

/** What stands for a film in the text. */
export const filmKey = (id: string): number => stableHash(id) >>> (32 - filmKeyBits);

/** Ids of the films that are to be watched on pages that are not read yet: of no other the parts are of any use. */
export const openFilms = ({ pages }: CourseData, { seen }: LearnerState): readonly string[] =>
  pages.flatMap(({ id, films = [] }) => (seen.has(id) ? [] : films.map((film) => filmId(id, film))));

/** What was played of the films of a page, by film; on a page that is read, all. Empty for a page that asks for none. */
export function playedOn(course: CourseData, state: LearnerState, page: string): Readonly<Record<string, number>> {
  const films = course.pages.find(({ id }) => id === page)?.films ?? [];
  return Object.fromEntries(
    films.map((film) => [film, state.seen.has(page) ? wholeFilm : (state.watched?.get(filmId(page, film)) ?? 0)]),
  );
}

/** The state in which these parts of a film were played, too; null where that is nothing new or of no use. */
export function withPlayed(
  course: CourseData,
  state: LearnerState,
  { page, film, parts }: PlayedFilm,
): LearnerState | null {
  const id = filmId(page, film);
  const known = state.watched?.get(id) ?? 0;
  const all = (known | parts) >>> 0;
  if (all === known || !openFilms(course, state).includes(id)) return null;
  return { ...state, sequence: state.sequence + 1, watched: new Map([...(state.watched ?? []), [id, all]]) };
}
