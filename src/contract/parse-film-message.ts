import type { FilmMessage, FilmsMessage } from './film-messages.ts';
import { wholeFilm } from './films.ts';
import { type Guard, isFlag, isNumber, isOurs, isText, oneOf, recordOf, shape } from './message-guards.ts';

// Apart from `parse-frame-message.ts`, since few courses have such films.

const isParts: Guard<number> = (value): value is number =>
  isNumber(value) && Number.isInteger(value) && value >= 0 && value <= wholeFilm;

// The forms stand inside, so that nothing of them is left in a build that never asks.

/** What the player received from its frame; null for anything else than word of a film. */
export function parseFilm(value: unknown): FilmMessage | null {
  const isFilm = shape<FilmMessage>({
    kind: oneOf('film'),
    page: isText,
    film: isText,
    parts: isParts,
    isDone: isFlag,
  });
  return isOurs(value) && isFilm(value) ? value : null;
}

/** What the page received from the window around it; null for anything else than what is known of its films. */
export function parseFilms(value: unknown): FilmsMessage | null {
  const isFilms = shape<FilmsMessage>({ kind: oneOf('films'), page: isText, films: recordOf(isParts) });
  return isOurs(value) && isFilms(value) ? value : null;
}
