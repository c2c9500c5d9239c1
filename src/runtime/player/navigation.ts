import type { CourseData, PageData } from '../../contract/course-data.ts';
import type { Place } from '../../contract/learner-state.ts';

/** Where the learner is: the lesson, what may stand around it, and a locked page they wanted to open. */
export interface Navigation {
  /** The lesson that is open, or to which the way back leads. */
  readonly current: string;
  /** The special page that stands in the frame instead of the current one. */
  readonly special: string | null;
  blocked: string | null;
  /** @returns whether the course opens at the place where it was left */
  begin(place: Place | null): boolean;
  /**
   * @returns what that is: a page that does not exist; a locked one; the one that is open; one that changes nothing in the
   * state, being a special page or the place the learner comes back to; or another lesson
   */
  open(page: string, place: Place | null): 'unknown' | 'locked' | 'same' | 'around' | 'moved';
  /** Where to open a page: the saved place if it is the one the learner left. */
  placeOn(page: string): number | null;
}

export function createNavigation(
  { pages, specials = [] }: CourseData,
  isLocked: (page: PageData) => boolean,
): Navigation {
  let current = pages[0]?.id ?? '';
  let special: string | null = null;
  let blocked: string | null = null;
  let resumePlace: Place | null = null;
  return {
    get current() {
      return current;
    },
    get special() {
      return special;
    },
    get blocked() {
      return blocked;
    },
    set blocked(page) {
      blocked = page;
    },
    begin(place) {
      const left = pages.find(({ id }) => id === place?.page);
      if (left !== undefined && !isLocked(left)) {
        current = left.id;
        resumePlace = place;
        return true;
      }
      current = pages.find((page) => !isLocked(page))?.id ?? current;
      if (place === null) special = specials.find(({ greets }) => greets)?.id ?? null;
      return false;
    },
    open(page, place) {
      const wanted = pages.find(({ id }) => id === page);
      const isAround = specials.some(({ id }) => id === page);
      if (wanted === undefined && !isAround) return 'unknown';
      blocked = wanted !== undefined && isLocked(wanted) ? page : null;
      if (blocked !== null) return 'locked';
      if ((special ?? current) === page) return 'same';
      // Back from a special page, the lesson is where it was left.
      const isBack = special !== null && place?.page === page;
      special = isAround ? page : null;
      if (!isAround) current = page;
      if (isBack) resumePlace = place;
      return isAround || isBack ? 'around' : 'moved';
    },
    placeOn(page) {
      const fraction = resumePlace?.page === page ? resumePlace.fraction : null;
      resumePlace = null;
      return fraction;
    },
  };
}
