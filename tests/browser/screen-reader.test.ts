import { beforeAll, expect, test } from 'vitest';
import { type BuiltCourse, buildCourse, everyCourse } from './harness/build-course.ts';
import { bringScript, openPage } from './harness/check-page.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse(everyCourse);
});

async function open(page: string): ReturnType<typeof openPage> {
  const visit = await tests.visit(course, {}, { reducedMotion: 'reduce' });
  await bringScript(visit.context, 'screen-reader');
  return openPage(visit, page);
}

/** What is said when nothing is answered, and when something is. */
const spoken: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  single: ['assertive: Choose an answer first.', 'polite: Correct, Well seen., Why, Since it is right.'],
  multiple: ['assertive: Choose at least one answer first.', 'polite: Partly correct, Wrong, Not this one.'],
  'true-false': ['assertive: Choose an answer first.', 'polite: Correct'],
  'fill-in': ['assertive: Write an answer first.', 'polite: Not correct'],
  numeric: ['assertive: Write a number first.', 'polite: Correct'],
  blanks: ['assertive: Fill in every blank first.', 'polite: Partly correct'],
  matching: ['assertive: Choose a match for every item first.', 'polite: Partly correct'],
  // The items begin in an order that is drawn.
  ordering: [
    'assertive: Move the items into order first.',
    /^polite: (Alpha|Beta|Gamma), position 2 of 3$/,
    /^polite: (Correct|Partly correct|Not correct)$/,
  ],
  hotspot: ['assertive: Choose a place first.', 'polite: Partly correct'],
  likert: ['assertive: Choose an answer for every statement first.', 'polite: Thank you, your answer is recorded'],
  // The last one ends the quiz: the focus goes to the result, which is said in its place.
  open: ['assertive: Write an answer first.', 'heading, Finished, level 2'],
};

test('a screen reader says what is asked, what is missing, what is right, where an item went, and the result', async () => {
  const { lesson } = await open('questions');
  expect(await lesson.evaluate(() => screenReader.readThrough('[data-question="single"]'))).toEqual(
    expect.arrayContaining([
      'group, Question 1 of 11 One?',
      'radio, Right, not checked, position 1, set size 3',
      'group, How sure are you?, Question 1 of 11',
      'button, Show a hint, Question 1 of 11, not expanded',
      'button, Check answer, Question 1 of 11, not disabled',
    ]),
  );
  expect(
    course.data.quizzes
      .find(({ id }) => id === 'questions')
      ?.questions.map(({ id }) => id)
      .sort(),
  ).toEqual(Object.keys(spoken).sort());
  for (const [id, phrases] of Object.entries(spoken)) {
    const said = await lesson.evaluate(async (question) => {
      await screenReader.start('[data-quiz]');
      await accessibility.question(question);
      return screenReader.stop();
    }, id);
    for (const phrase of phrases) {
      const wanted = typeof phrase === 'string' ? phrase : expect.stringMatching(phrase);
      expect(said, id).toContainEqual(wanted);
    }
  }
});

test('a screen reader says whether answers are saved', async () => {
  const { lms, lesson, player, learner } = await open('harbor');
  await learner.untilSign('saved');
  expect(await player.evaluate(() => screenReader.readThrough('.bar'))).toEqual(expect.arrayContaining(['Saved']));
  await player.evaluate(() => screenReader.start('body'));
  await lms.evaluate("lms.fail({ fn: 'LMSCommit', do: 'false' })");
  await lesson.evaluate(() => accessibility.question('loading'));
  await learner.untilSign('unsaved');
  await lms.evaluate('lms.heal()');
  await learner.untilSign('saved');
  const said = await player.evaluate(() => screenReader.stop());
  expect(said.filter((phrase) => /^polite: ./.test(phrase))).toEqual([
    'polite: Not saved yet',
    expect.stringContaining('kept in this browser'),
    'polite: Saved',
  ]);
});
