import type { CourseOutcome } from '../../contract/course-outcome.ts';
import type { PlayedFilm } from '../../contract/films.ts';
import type { QuizView } from '../../contract/frame-messages.ts';
import type { Answering } from './answering.ts';
import type { PlayerModel } from './player-model.ts';

/** One learner's visit to the course, from launch to exit. All that the player shows comes from here. */
export interface Session
  extends Pick<
    Answering,
    'draft' | 'check' | 'submit' | 'retry' | 'hint' | 'confidence' | 'start' | 'limit' | 'arrive'
  > {
  /**
   * Opens the session; resolves when the phase is no longer `opening`. Asked again, looks again.
   *
   * @returns whether the page in the frame is out of date, since another tab has gone on meanwhile
   */
  begin(): Promise<boolean>;
  /** Goes on without an LMS. */
  goUntracked(): void;
  model(): PlayerModel;
  quiz(id: string): QuizView | null;
  /** Every quiz handed in, to look back at: its last attempt, as far as its rules show it now. */
  answers(): readonly QuizView[];
  /** How the course stands, for the special page in the frame. */
  outcome(): CourseOutcome;
  /** Where to open a page: the saved place if it is the one the learner left. */
  placeOn(page: string): number | null;
  /** @returns false if the page is locked: then the model says why */
  open(page: string): boolean;
  /** Leaves the explanation of a locked page. */
  back(): void;
  read(page: string): void;
  place(page: string, fraction: number): void;
  /** Absent in a build for courses without films that are to be watched. */
  readonly films?: {
    /** What was played of the films that a page asks for, by film. */
    on(page: string): Readonly<Record<string, number>>;
    /** These parts of a film were played. */
    played(film: PlayedFilm): void;
  };
  /** Save now what is unsaved: the tab is hidden, the network is back, the learner asked. */
  flush(): void;
  /** The page goes: for good (`final`: ends the LMS session as well), or into the back/forward cache. Does not wait. */
  leave(final: boolean): void;
  /** The page is back from the back/forward cache. @returns as `begin` */
  comeBack(): Promise<boolean>;
  /** Saves, ends the LMS session, then shows so. Not if answers would be lost: then the page must stay open. */
  exit(): Promise<void>;
}
