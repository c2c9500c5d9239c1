import type { CourseData } from '../../src/contract/course-data.ts';
import type { QuestionData } from '../../src/contract/question-data.ts';
import { courseWith, multiple, quizOf, single, trueFalse } from './small-course.ts';

export const typed = (id: string): QuestionData => ({
  id,
  type: 'fill-in',
  points: 1,
  prompt: `What, ${id}?`,
  accepted: [{ text: 'harbor' }],
  wrong: [],
  case: false,
  limit: 60,
});

/** Minutes. */
export const examTime = 2;
export const bankWait = 1;

/**
 * What a course can ask of learners beyond answers: questions drawn and shuffled, a wait between attempts, a time limit,
 * and pages that open only after others.
 *
 * | page | opens | quiz |
 * | --- | --- | --- |
 * | first | always | one: checked question by question, without end |
 * | second | always | two: two attempts, shuffled |
 * | bank | once the first is done | drawn: two of four and one of two, shuffled, a minute between attempts |
 * | exam | once "two" is passed | timed: two minutes, can be extended; three of four, the first always typed |
 */
export const ruledCourse: CourseData = {
  ...courseWith({
    rules: { pass: 60, completion: 'quizzes' },
    quizzes: [
      quizOf('one', 'first', [single('a'), trueFalse('b')]),
      quizOf('two', 'second', [single('c'), trueFalse('d'), multiple('e')], {
        feedback: 'end',
        attempts: 2,
        pass: 50,
        shuffle: { questions: true, choices: true },
      }),
      quizOf(
        'drawn',
        'bank',
        ['f', 'g', 'h', 'i', 'j', 'k'].map((id) => single(id)),
        {
          feedback: 'end',
          pass: 50,
          cooldown: bankWait,
          draw: [
            { count: 2, of: ['f', 'g', 'h', 'i'] },
            { count: 1, of: ['j', 'k'] },
          ],
          shuffle: { questions: true, choices: true },
        },
      ),
      quizOf('timed', 'exam', [typed('l'), single('m'), trueFalse('n'), single('o')], {
        feedback: 'end',
        attempts: 3,
        pass: 60,
        time: { minutes: examTime, adjustable: true },
        draw: [
          { count: 1, of: ['l'] },
          { count: 2, of: ['m', 'n', 'o'] },
        ],
        shuffle: { questions: true, choices: true },
      }),
    ],
  }),
  sections: [{ title: '', pages: ['first', 'second', 'bank', 'exam'] }],
  pages: [
    { id: 'first', kind: 'lesson', title: 'First', href: 'first.html', quizzes: ['one'] },
    { id: 'second', kind: 'lesson', title: 'Second', href: 'second.html', quizzes: ['two'] },
    { id: 'bank', kind: 'quiz', title: 'Bank', href: 'bank.html', quizzes: ['drawn'], opens: { after: 'first' } },
    { id: 'exam', kind: 'quiz', title: 'Exam', href: 'exam.html', quizzes: ['timed'], opens: { passed: 'two' } },
  ],
};

/** The same with objectives of whole quizzes and of some of their questions. */
export const ruledCourseWithObjectives: CourseData = {
  ...ruledCourse,
  objectives: [
    { id: 'basics', title: 'The basics', pass: 75, quizzes: [{ quiz: 'one' }, { quiz: 'two' }] },
    { id: 'bank', title: 'The bank', pass: 50, quizzes: [{ quiz: 'drawn', questions: ['f', 'g', 'j'] }] },
    { id: 'exam', title: 'The exam', pass: null, quizzes: [{ quiz: 'timed', questions: ['l', 'm'] }] },
  ],
};
