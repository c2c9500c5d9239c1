import type { Root } from 'hast';
import type { CourseData, SpecialData } from '../../contract/course-data.ts';
import type { Course, CoursePage } from '../../course/course.ts';
import type { NestedWords } from '../flatten-words.ts';
import type { PageGathering } from '../page-gathering.ts';
import type { Templates } from '../page-kit.ts';
import type { Definition } from '../render-definitions.ts';
import type { RenderedQuiz } from '../render-quiz.ts';
import type { PackageFile } from '../rendered-course.ts';
import type { Slots } from '../slots/render-slots.ts';
import type { RenderedTheme } from '../theme/render-theme.ts';

/**
 * A page of the package that is no lesson: a real HTML page in the player's frame, drawn from
 * `templates/special/<name>.html`. The player neither counts it nor keeps it as the learner's place.
 */
export interface SpecialPage {
  /** `_home`: also the file's name. No author's id begins with `_`. */
  readonly id: `_${string}`;
  /** Name of the template under `templates/special/`. */
  readonly template: string;
  /** Key of the learner words that are its title. */
  readonly title: string;
  /** Where it stands for who goes page by page; absent: it is only reached by links. */
  readonly stands?: NonNullable<SpecialData['stands']>;
  /** Whether it is told the answers of every quiz handed in, and the learner's name. */
  readonly answers?: true;
  readonly name?: true;
  /** Where the player's contents link to it; absent: nowhere. */
  readonly link?: 'above' | 'below';
  /**
   * What it loads beside what every page does, by name: `src/runtime/special/outcome.ts` becomes `outcome.js`,
   * `templates/styles/special/outcome.css` becomes `outcome.css`. What several pages name stands in the package once.
   */
  readonly script?: string;
  readonly style?: string;
  /** Whether this course has it. */
  isIn(course: Course): boolean;
  /** Whether who has not begun yet is shown it at launch. */
  greets?(course: Course): boolean;
  /** What its template shows beyond what every page does. */
  view(setting: SpecialSetting): object;
  /** Files that it alone loads, made from the course. */
  files?(setting: SpecialSetting): readonly PackageFile[];
}

export interface SpecialSetting {
  readonly course: Course;
  /** As the player knows the course; without `build`, which covers this page too. */
  readonly data: Omit<CourseData, 'build'>;
  readonly quizzes: readonly RenderedQuiz[];
  /** The scripts in `pages/` with what its questions have to say. */
  readonly texts: readonly string[];
  readonly gathering: PageGathering;
  readonly templates: Templates;
  readonly w: NestedWords;
  /** null without a theme. */
  readonly theme: RenderedTheme | null;
  readonly slots: Slots;
  /** The lessons' texts. */
  readonly bodies: ReadonlyMap<CoursePage, Root>;
  /** What the terms of the glossary mean, by id. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Takes a word of the course's language to its stem; null if nobody knows how. */
  readonly stem: ((word: string) => string) | null;
}

/** Its file name in `pages/`. `_index`, `_con` and their like are taken by lessons with such ids. */
export const specialHref = (id: SpecialPage['id']): string => `${id}.html`;
