/** A place in the pages that an author may fill with `templates/<name>.html`. */
export interface SlotPlace {
  /** Where it stands, for the documentation. */
  readonly where: string;
  /** What it is told, by name in `slotValues`. */
  readonly values: readonly (keyof typeof slotValues)[];
}

/** What slots are told. Values that only the player knows are filled in on the page. */
export const slotValues = {
  'course.title': 'Title of the course',
  'course.description': 'Its description',
  'course.version': 'Its version',
  'course.language': 'Its language',
  'lesson.title': 'Title of the lesson',
  'lesson.number': 'Its number among the lessons',
  'lesson.total': 'How many lessons there are',
  'lesson.module': 'Title of its module',
  'lesson.minutes': 'Minutes to read',
  'lesson.track': 'Its track',
  'quiz.title': 'Title of the quiz',
  'quiz.pass': 'Percent needed to pass',
  'quiz.questions': 'How many questions it asks',
  'learner.name': 'Name of the learner',
  'result.score': 'Score of the course, in words',
  'result.date': 'Day of the certificate',
} as const;

const course = ['course.title', 'course.description', 'course.version', 'course.language'] as const;
const lesson = [
  ...course,
  ...(['lesson.title', 'lesson.number', 'lesson.total', 'lesson.module', 'lesson.minutes', 'lesson.track'] as const),
];
const quiz = [...course, 'quiz.title', 'quiz.pass', 'quiz.questions'] as const;

/** All slots. */
export const slotPlaces = {
  'player-brand': { where: 'In the bar of the player, in the place of the logo', values: course },
  'home-intro': { where: 'On the course home, below the description', values: course },
  'lesson-header': { where: 'Below title and summary of each lesson', values: lesson },
  'lesson-footer': { where: 'Behind the text of each lesson', values: lesson },
  'page-footer': { where: 'At the bottom of every page', values: course },
  'quiz-passed': { where: 'In the result of a quiz that is passed, or has no mark', values: quiz },
  'quiz-failed': { where: 'In the result of a quiz that is not passed', values: quiz },
  'end-next': { where: 'On the page of the result, above what comes next', values: course },
  'certificate-body': {
    where: 'On the certificate, in the place of name and words',
    values: [...course, 'learner.name', 'result.score', 'result.date'],
  },
} as const satisfies Record<string, SlotPlace>;

export type SlotName = keyof typeof slotPlaces;

export const isSlotName = (name: string): name is SlotName => Object.hasOwn(slotPlaces, name);
