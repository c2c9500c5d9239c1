import type { PlayedFilm } from './films.ts';

/** Page → player: what was played of a film that is to be watched. */
export interface FilmMessage extends PlayedFilm {
  readonly kind: 'film';
  /** It holds nothing back any more: enough of it was played, or it cannot be. */
  readonly isDone: boolean;
}

/** Player → page, when a page with such films opens: what was played of each, in this visit and before. */
export interface FilmsMessage {
  readonly kind: 'films';
  readonly page: string;
  readonly films: Readonly<Record<string, number>>;
}
