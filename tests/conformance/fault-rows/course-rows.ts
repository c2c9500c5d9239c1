import type { CourseData, QuizData } from '../../../src/contract/course-data.ts';
import type { QuestionData } from '../../../src/contract/question-data.ts';
import type { FaultRow } from '../fault-row.ts';
import { playResumedDraw } from '../plays/play-resumed-draw.ts';
import { quizOf, trueFalse } from '../small-course.ts';

const withQuestions =
  (change: (questions: readonly QuestionData[], quiz: QuizData) => readonly QuestionData[]) =>
  (course: CourseData): CourseData => ({
    ...course,
    version: '2.0.0',
    quizzes: course.quizzes.map((quiz) => ({ ...quiz, questions: change(quiz.questions, quiz) })),
  });

/** Questions stand before those that were there, and a new page with its quiz before all. */
function added(course: CourseData): CourseData {
  const more = withQuestions((questions, { id }) => [trueFalse(`new-${id}`), ...questions])(course);
  return {
    ...more,
    sections: more.sections.map((section) => ({ ...section, pages: ['new', ...section.pages] })),
    pages: [{ id: 'new', kind: 'lesson', title: 'New', href: 'new.html', quizzes: ['more'] }, ...more.pages],
    quizzes: [quizOf('more', 'new', [trueFalse('p')]), ...more.quizzes],
  };
}

/** The first question of every quiz that does not draw it, and a whole page with its quiz. */
function removed(course: CourseData): CourseData {
  const fewer = withQuestions((questions, { draw }) => (draw === undefined ? questions.slice(1) : questions))(course);
  return {
    ...fewer,
    sections: fewer.sections.map((section) => ({ ...section, pages: section.pages.filter((id) => id !== 'bank') })),
    pages: fewer.pages.filter(({ id }) => id !== 'bank'),
    quizzes: fewer.quizzes.filter(({ page }) => page !== 'bank'),
    ...(fewer.objectives && {
      objectives: fewer.objectives.filter(({ quizzes }) => quizzes.every(({ quiz }) => quiz !== 'drawn')),
    }),
  };
}

/** Everything stands the other way round. */
function moved(course: CourseData): CourseData {
  const turned = withQuestions((questions) => questions.toReversed())(course);
  return {
    ...turned,
    sections: turned.sections.map((section) => ({ ...section, pages: section.pages.toReversed() })),
    pages: turned.pages.toReversed(),
    quizzes: turned.quizzes.toReversed(),
  };
}

/** Other options to choose from, but not in the exam that may be under way: there it would cost the pass. */
const edited = withQuestions((questions, quiz) =>
  questions.map((question) =>
    question.type !== 'single' || quiz.id === 'timed'
      ? question
      : { ...question, choices: question.choices.map((choice) => ({ ...choice, id: `other-${choice.id}` })) },
  ),
);

/** The course is not the one it was, or chance has made it the learner's own. */
export const courseRows: readonly FaultRow[] = [
  {
    name: 'course with more in it at the relaunch',
    begins: 'midway',
    harmless: true,
    nextCourse: added,
    asksMore: true,
  },
  { name: 'course with less in it at the relaunch', begins: 'midway', harmless: true, nextCourse: removed },
  { name: 'course in another order at the relaunch', begins: 'midway', harmless: true, nextCourse: moved },
  { name: 'course with other options at the relaunch', begins: 'midway', harmless: true, nextCourse: edited },
  { name: 'shuffled and drawn quizzes half done', begins: 'midway', play: playResumedDraw },
];
