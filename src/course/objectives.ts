import type { VFile } from 'vfile';
import type { LoadedConfig } from '../config/course-config.ts';
import type { ObjectiveShare } from '../contract/course-data.ts';
import { report } from '../diagnostics/report.ts';
import type { Course, CourseObjective, Quiz } from './course.ts';
import { quizzesOf } from './parse-course.ts';

/** `objectives:` of `course.yml`. */
export function parseObjectives({ config, source }: LoadedConfig, file: VFile): Pick<Course, 'objectives'> {
  if (config.objectives === undefined) return {};
  const objectives = config.objectives.map(({ id, title, pass, tag, module }, index): CourseObjective => {
    if (tag !== undefined && module !== undefined) {
      report(file, 'invalid-value', {
        reason: `The objective \`${id}\` has a tag and a module`,
        fix: 'Keep one of the two; questions elsewhere can get the tag too',
        at: source.keyAt(['objectives', index, 'module']),
      });
    }
    const by = module === undefined ? { tag: tag ?? id } : { module };
    return { id, title, by, ...(pass === undefined ? {} : { pass }) };
  });
  return { objectives };
}

/** The questions that an objective is measured by, in quizzes that count. */
export function objectiveShares(course: Course, { by }: CourseObjective): readonly ObjectiveShare[] {
  const counted = quizzesOf(course.pages).filter((quiz) => quiz.weight > 0);
  if ('module' in by) {
    const pages = course.sections.filter(({ title }) => title === by.module).flatMap((section) => section.pages);
    const own = quizzesOf(course.pages.filter((page) => pages.includes(page.id)));
    return counted.filter((quiz) => own.includes(quiz)).map((quiz) => ({ quiz: quiz.id }));
  }
  return counted.flatMap((quiz) => shareByTag(quiz, by.tag));
}

function shareByTag(quiz: Quiz, tag: string): readonly ObjectiveShare[] {
  const own = quiz.questions.filter((question) => question.tags?.includes(tag));
  if (own.length === 0) return [];
  return [{ quiz: quiz.id, ...(own.length === quiz.questions.length ? {} : { questions: own.map(({ id }) => id) }) }];
}
