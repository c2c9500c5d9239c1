import type { CourseData } from '../../src/contract/course-data.ts';
import { wholeFilm } from '../../src/contract/films.ts';
import { decodeState } from '../../src/contract/state-codec.ts';
import type { Visit, World } from './learner-session.ts';
import { ruledCourse } from './ruled-course.ts';
import type { Feats } from './rules-watch.ts';

const page = 'second';
const film = 'media/steam.mp4';

/** `ruledCourse` with a film on its second page that must be watched. */
export const filmedCourse: CourseData = {
  ...ruledCourse,
  pages: ruledCourse.pages.map((each) => (each.id === page ? { ...each, films: [film] } : each)),
};

/** What a film that must be watched promises: no part played is forgotten, none is known that was not played. */
export interface FilmsWatch {
  play(visit: Visit, part: number): void;
  /** After every step: what is broken, in words. */
  look(visit: Visit): readonly string[];
  /** @param elsewhere on another machine than the last time: it knows no more than the LMS */
  launched(visit: Visit, elsewhere: boolean): readonly string[];
}

export function createFilmsWatch(world: World, seen: Feats): FilmsWatch {
  let known = 0;
  let ever = 0;
  const shown = (visit: Visit): number => visit.session.films?.on(page)[film] ?? 0;
  const recorded = (visit: Visit): number =>
    decodeState(world.record().suspendData, visit.course).state.watched?.get(`${page} ${film}`) ?? 0;

  function look(visit: Visit): readonly string[] {
    const parts = shown(visit);
    // The page was read: it asks for nothing more.
    if (parts === wholeFilm) return [];
    return [
      ...((parts & known) === known ? [] : [`${known & ~parts} of the film are forgotten`]),
      ...((parts & ~ever) === 0 ? [] : [`${parts & ~ever} of the film were never played`]),
    ];
  }

  return {
    look,
    play(visit, part) {
      visit.session.films?.played({ page, film, parts: 2 ** part });
      // Who looks back at a finished course plays for pleasure.
      if ((shown(visit) & (2 ** part)) === 0) return;
      known |= 2 ** part;
      ever |= 2 ** part;
    },
    launched(visit, elsewhere) {
      if (elsewhere) known = recorded(visit) & ever;
      if (known !== 0 && shown(visit) !== wholeFilm) seen['film resumed'] += 1;
      return look(visit);
    },
  };
}
