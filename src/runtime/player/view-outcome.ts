import { countedScore } from '../../contract/count-attempts.ts';
import type { CourseData, QuizData } from '../../contract/course-data.ts';
import type { CourseOutcome, MissingTask, PageLink } from '../../contract/course-outcome.ts';
import { wordText } from '../../contract/fill-words.ts';
import { isEarned } from '../../contract/is-earned.ts';
import type { LearnerState } from '../../contract/learner-state.ts';
import { scoreByObjective } from '../../contract/objectives.ts';
import { openTasks } from '../../contract/open-tasks.ts';
import { quizName } from '../../contract/quiz-name.ts';
import { isScored } from '../../contract/scoring.ts';
import { canRetry } from './answer-quiz.ts';
import type { PlayerModel } from './player-model.ts';

/**
 * What the pages around the lessons may know of how the course stands.
 *
 * @param learner the name to show; empty for pages that show none
 */
export function viewOutcome(
  course: CourseData,
  state: LearnerState,
  model: PlayerModel,
  learner: string,
): CourseOutcome {
  const { result, save, done, total, hasBegun } = model;
  const { pages, quizzes, strings } = course;
  const linkTo = (page: string): PageLink => {
    const found = pages.find(({ id }) => id === page);
    return { page, title: found?.title ?? '', href: found?.href ?? '' };
  };
  const quizLink = (quiz: QuizData): PageLink => ({ ...linkTo(quiz.page), title: quizName(course, quiz) });
  return {
    ...result,
    mode: save === 'none' ? 'untracked' : save === 'review' ? 'review' : 'tracked',
    isSaved: save === 'saved',
    earned: isEarned(course, result.status),
    earnedOn: state.earnedOn ?? null,
    done,
    total,
    place: hasBegun ? linkTo(model.place) : null,
    pages: model.sections.flatMap(({ items }) =>
      items.map(({ page, done: isDone, missed, score, lock }) => ({
        ...linkTo(page),
        state: lock !== null ? 'locked' : (missed ?? (isDone ? 'done' : 'todo')),
        reason:
          lock === null
            ? ''
            : (wordText(strings, course.wordsLanguage ?? course.language, lock.reason, { title: lock.title }) ?? ''),
        score,
      })),
    ),
    missing: openTasks(course, state).flatMap((task): MissingTask | [] => {
      if (task.kind === 'score') return { kind: 'score', page: '', title: '', href: '' };
      if (task.kind === 'read') return { kind: 'read', ...linkTo(task.page) };
      const quiz = quizzes.find(({ id }) => id === task.quiz);
      return quiz === undefined ? [] : { kind: task.kind, ...quizLink(quiz) };
    }),
    quizzes: quizzes.filter(isScored).map((quiz) => {
      const entry = state.quizzes.get(quiz.id);
      return {
        ...quizLink(quiz),
        score: countedScore(quiz, entry),
        pass: quiz.pass,
        passed: entry?.passed === true,
        canRetry: save !== 'review' && entry !== undefined && canRetry(quiz, entry),
        isShown: entry?.current?.submitted === true,
      };
    }),
    objectives: scoreByObjective(course, state).map(({ title, score }) => ({ title, score })),
    learner,
  };
}
