import type { PublishedGrade } from './lms-record.ts';
import type { Profile, Values } from './profile.ts';
import { addTimespans } from './timespan.ts';

/** The LMS's database for one learner and one SCO. Only `store` and `wipe` change it. */
export interface Storage {
  readonly values: Values;
  readonly grades: readonly PublishedGrade[];
  readonly commits: number;
  /** total_time is counted from here on. */
  beginLaunch(): void;
  /** @param sent elements in the order they were set; `addTime` adds the launch's session_time to total_time. */
  store(sent: Values, addTime: boolean): void;
  wipe(elements: readonly string[]): void;
}

export function createStorage(profile: Profile, stored: Readonly<Record<string, string>>, now: () => number): Storage {
  const values = new Map(Object.entries(stored));
  const grades: PublishedGrade[] = [];
  let commits = 0;
  let storedInLaunch = false;
  let timeBefore = values.get('cmi.core.total_time') ?? '';

  return {
    values,
    grades,
    get commits() {
      return commits;
    },
    beginLaunch: () => {
      timeBefore = values.get('cmi.core.total_time') ?? '';
      storedInLaunch = false;
      values.delete('cmi.core.session_time');
    },
    store: (sent, addTime) => {
      commits += 1;
      // exit belongs to a launch: one that does not write it ends with "".
      if (!storedInLaunch) values.set('cmi.core.exit', '');
      storedInLaunch = true;
      for (const [element, value] of sent) {
        values.set(element, value);
        const grade = profile.publishes?.(element, values) ?? null;
        if (grade !== null) grades.push({ at: now(), status: values.get('cmi.core.lesson_status') ?? '', grade });
      }
      const session = values.get('cmi.core.session_time');
      if (addTime && session !== undefined) values.set('cmi.core.total_time', addTimespans(timeBefore, session));
    },
    wipe: (elements) => {
      for (const element of elements) values.delete(element);
    },
  };
}
