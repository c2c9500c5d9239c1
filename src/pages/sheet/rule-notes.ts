import type { CourseData, QuizData } from '../../contract/course-data.ts';
import type { Word } from '../../contract/fill-words.ts';
import { quizNames } from './quiz-names.ts';

/** What a trainer should know of draws, time limits, waits, locked pages and tests that spare lessons, in sentences. */
export function ruleNotes({ pages, quizzes }: CourseData, word: Word): readonly string[] {
  const titles = new Map(pages.map((page) => [page.id, page.title]));
  const names = quizNames({ pages, quizzes });
  const nameOf = (quiz: QuizData): string => names.get(quiz.id) ?? quiz.title;
  const locked = pages.filter((page) => page.opens !== undefined);
  const gate = (id: string | undefined): string => names.get(id ?? '') ?? id ?? '';
  const note = (key: string, quiz: QuizData, minutes: number): string =>
    word(`sheet.rules.${key}`, { quiz: nameOf(quiz), minutes });
  return [
    ...(quizzes.some((quiz) => quiz.draw !== undefined) ? [word('sheet.rules.draws')] : []),
    ...quizzes.flatMap((quiz) =>
      quiz.time === undefined ? [] : [note(quiz.time.adjustable ? 'time' : 'timeFixed', quiz, quiz.time.minutes)],
    ),
    ...quizzes.flatMap((quiz) => (quiz.cooldown === undefined ? [] : [note('cooldown', quiz, quiz.cooldown)])),
    ...locked.slice(0, mostNamed).map(({ title, opens }) => {
      if (opens !== undefined && 'passed' in opens)
        return word('sheet.rules.opensPassed', { page: title, quiz: gate(opens.passed) });
      return word('sheet.rules.opensAfter', { page: title, before: titles.get(opens?.after ?? '') ?? '' });
    }),
    ...(locked.length > mostNamed ? [word('sheet.rules.opensMore', { count: locked.length - mostNamed })] : []),
    ...quizzes
      .filter((quiz) => (quiz.testsOut ?? []).length > 0)
      .map((quiz) =>
        word('sheet.rules.testsOut', {
          quiz: nameOf(quiz),
          pages: (quiz.testsOut ?? []).map((id) => titles.get(id) ?? id).join(', '),
        }),
      ),
  ];
}

/** Locked pages that are named one by one; a course that opens page by page needs no list of all. */
const mostNamed = 3;
