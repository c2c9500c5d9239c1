import type { CourseData } from '../../contract/course-data.ts';
import { quizName } from '../../contract/quiz-name.ts';
import { isScored } from '../../contract/scoring.ts';
import type { PageGathering } from '../page-gathering.ts';

/** In words for learners: what has to be done to finish the course, and which quizzes have a limit. */
export function finishRules(
  course: Pick<CourseData, 'pages' | 'quizzes' | 'rules'>,
  { word, wordsLanguage }: PageGathering,
): readonly string[] {
  const { pages, quizzes } = course;
  const { completion, mustPass, pass, report } = course.rules;
  const counts = quizzes.some((quiz) => quiz.weight > 0 && isScored(quiz));
  const hasLessons = pages.some((page) => page.kind === 'lesson');
  const titles = quizzes.filter(({ id }) => mustPass.includes(id)).map((quiz) => quizName(course, quiz));
  return [
    word(`home.rules.${!counts ? 'lessons' : hasLessons ? completion : 'quizzes'}`),
    ...(report !== 'completed-incomplete' && pass !== null ? [word('home.rules.pass', { pass })] : []),
    ...(titles.length > 0
      ? [word('home.rules.mustPass', { quizzes: new Intl.ListFormat(wordsLanguage).format(titles) })]
      : []),
    ...attemptRules(course, word),
    ...quizzes.flatMap((quiz) =>
      quiz.time === undefined
        ? []
        : word(`home.rules.time${quiz.time.adjustable ? 'Adjustable' : ''}`, {
            quiz: quizName(course, quiz),
            minutes: quiz.time.minutes,
          }),
    ),
    word('home.rules.save'),
  ];
}

/** One sentence where all quizzes have the same limit. */
function attemptRules(course: Pick<CourseData, 'pages' | 'quizzes'>, word: PageGathering['word']): readonly string[] {
  const { quizzes } = course;
  const [first] = quizzes;
  if (first !== undefined && quizzes.length > 1 && quizzes.every(({ attempts }) => attempts === first.attempts)) {
    if (first.attempts === 0) return [];
    return [word('home.rules.attemptsEach', { count: first.attempts })];
  }
  return quizzes
    .filter(({ attempts }) => attempts > 0)
    .map((quiz) =>
      word('home.rules.attempts', {
        quiz: quizName(course, quiz),
        count: quiz.attempts,
      }),
    );
}
