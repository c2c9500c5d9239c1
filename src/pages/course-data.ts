import { createHash } from 'node:crypto';
import { type CourseData, courseDataFormat, type PageData, type QuizData } from '../contract/course-data.ts';
import type { Course } from '../course/course.ts';
import { objectiveShares } from '../course/objectives.ts';
import { gateOf } from '../course/page-opens.ts';
import type { PageGathering } from './page-gathering.ts';
import type { PageKit } from './page-kit.ts';
import type { PackageFile } from './rendered-course.ts';
import { runtimeWords } from './runtime-words.ts';
import { scriptValue } from './script-value.ts';
import { specialPages } from './special/index.ts';
import { specialHref } from './special/special-page.ts';

/** SCORM 1.2 keeps 4,096 characters of `cmi.suspend_data` (RTE 1.2, 3.4.4); other targets set their own. */
const smallestStateLimit = 4096;

/** All the player needs to know, but for the fingerprint, which comes last because it covers this too. */
export function makeCourseData(
  course: Course,
  quizzes: readonly QuizData[],
  kit: PageKit,
  { films }: Pick<PageGathering, 'films'>,
): Omit<CourseData, 'build'> {
  return {
    format: courseDataFormat,
    id: course.id,
    title: course.title,
    version: course.version,
    language: course.language,
    direction: course.direction,
    ...(kit.wordsLanguage === course.language ? {} : { wordsLanguage: kit.wordsLanguage }),
    sections: course.sections,
    pages: course.pages.map((page, index) => ({
      id: page.id,
      kind: page.kind,
      title: page.title,
      href: page.href,
      ...(page.kind === 'lesson' && page.minutes !== undefined ? { minutes: page.minutes } : {}),
      ...(page.kind === 'lesson' && page.track !== undefined ? { track: page.track } : {}),
      quizzes: quizzes.filter((quiz) => quiz.page === page.id).map((quiz) => quiz.id),
      ...filmsOf(films.get(page.source)),
      ...opensOf(course, index),
    })),
    specials: specialPages
      .filter((page) => page.isIn(course))
      .map(({ id, title, stands, answers, name, greets }) => ({
        id,
        title: kit.words[title] ?? '',
        href: specialHref(id),
        ...(stands === undefined ? {} : { stands }),
        ...(answers === undefined ? {} : { answers }),
        ...(name === undefined ? {} : { name }),
        ...(greets?.(course) === true ? { greets: true } : {}),
      })),
    quizzes: kit.reportsTexts ? quizzes : withoutTexts(quizzes),
    rules: {
      report: course.rules.report,
      pass: course.rules.pass,
      mustPass: course.rules.mustPass,
      completion: course.rules.completion,
    },
    ...(course.certificate === undefined ? {} : { dated: true as const }),
    ...objectivesOf(course),
    stateLimit: kit.stateLimit ?? smallestStateLimit,
    strings: runtimeWords(kit.words),
  };
}

function objectivesOf(course: Course): Pick<CourseData, 'objectives'> {
  if (course.objectives === undefined) return {};
  return {
    objectives: course.objectives.map((objective) => ({
      id: objective.id,
      title: objective.title,
      pass: objective.pass ?? course.rules.pass,
      quizzes: objectiveShares(course, objective),
    })),
  };
}

function filmsOf(films?: ReadonlySet<string>): Pick<PageData, 'films'> {
  return films === undefined ? {} : { films: [...films] };
}

function opensOf(course: Course, index: number): Pick<PageData, 'opens'> {
  const opens = gateOf(course, index);
  return opens === undefined ? {} : { opens };
}

/**
 * The same without what only reports would say: prompts, and the words of whatever has an id. The answers of a matching
 * question keep theirs, since the player tells the right one.
 */
function withoutTexts(quizzes: readonly QuizData[]): readonly QuizData[] {
  const isWording = (key: string, of: object): boolean => key === 'prompt' || (key === 'text' && 'id' in of);
  const lean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lean);
    if (typeof value !== 'object' || value === null) return value;
    const own = Object.entries(value).filter(([key]) => !isWording(key, value));
    return Object.fromEntries(own.map(([key, inner]) => [key, key === 'answers' ? inner : lean(inner)]));
  };
  return quizzes.map((quiz) => ({ ...quiz, questions: lean(quiz.questions) as QuizData['questions'] }));
}

/** Fingerprint of everything in the package, 12 characters of `[a-z0-9]`. Streamed media count by name and size. */
export function buildOf(files: readonly PackageFile[], data: Omit<CourseData, 'build'>): string {
  const hash = createHash('sha256').update(JSON.stringify(data));
  for (const file of files) {
    hash.update(`\n${file.path}\n`);
    if ('text' in file) hash.update(file.text);
    else if ('bytes' in file) hash.update(file.bytes);
    else hash.update(String(file.size));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * `player.js`: the course in its first line, and the player behind it. They are of no use alone, and a launch waits for
 * one file less. A classic script, since modules and `fetch` fail on `file://`.
 */
export function playerFile(data: CourseData, player: string): PackageFile {
  return { path: 'player.js', text: `var buildScormCourse = ${scriptValue(data)};\n${player}` };
}
