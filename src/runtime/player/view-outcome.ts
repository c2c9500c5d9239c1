import type { CourseData } from '../../contract/course-data.ts';
import type { CourseOutcome } from '../../contract/course-outcome.ts';
import { wordText } from '../../contract/fill-words.ts';
import type { PlayerModel } from './player-model.ts';

/** What the pages around the lessons may know of how the course stands. */
export function viewOutcome(course: CourseData, model: PlayerModel): CourseOutcome {
  const { result, save, done, total, hasBegun } = model;
  const place = course.pages.find(({ id }) => id === model.place);
  return {
    ...result,
    mode: save === 'none' ? 'untracked' : save === 'review' ? 'review' : 'tracked',
    done,
    total,
    place: hasBegun && place !== undefined ? { page: place.id, title: place.title } : null,
    pages: model.sections.flatMap(({ items }) =>
      items.map(({ page, title, done: isDone, score, lock }) => ({
        page,
        title,
        state: lock !== null ? 'locked' : isDone ? 'done' : 'todo',
        reason:
          lock === null ? '' : (wordText(course.strings, course.language, lock.reason, { title: lock.title }) ?? ''),
        score,
      })),
    ),
  };
}
