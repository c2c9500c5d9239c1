import type { CourseData } from '../../../src/contract/course-data.ts';
import type { FaultRow } from '../fault-row.ts';
import { createWorld, type Visit } from '../learner-session.ts';
import { courseWith, multiple, quizOf, single, trueFalse } from '../small-course.ts';
import { endVisit, faultsOf } from './end-visit.ts';

/** Scores of thirds, sevenths and elevenths: none of them has an end as a decimal. */
const course: CourseData = courseWith({
  rules: { completion: 'quizzes', pass: 90 },
  quizzes: [
    quizOf('thirds', 'first', [single('a'), trueFalse('b'), single('c')], { feedback: 'end', weight: 3 }),
    quizOf('sevenths', 'second', [single('d', 4, 3), single('e', 4, 4)], { feedback: 'end', weight: 5 }),
    quizOf('elevenths', 'exam', [multiple('f'), single('g', 4, 9)], { feedback: 'end', weight: 7 }),
  ],
});
const place = 85 / 255;

const valuesOf = (visit: Visit): string =>
  JSON.stringify([visit.model().result.score, course.quizzes.map(({ id }) => visit.session.quiz(id)?.result)]);

/** What is no whole number comes back as it was, and no launch changes what the LMS has. */
export const playExactValues: NonNullable<FaultRow['play']> = async (profile, ending, mutation) => {
  const world = createWorld({ course, profile, ...(mutation && { mutation }) });
  const wrong: string[] = [];
  const visit = await world.launch();
  for (const { id, page, questions } of course.quizzes) {
    visit.show(page);
    for (const [index, question] of questions.entries()) visit.answer(id, question.id, index === 0 ? 'right' : 'wrong');
    visit.session.submit(id);
  }
  visit.session.place('exam', place);
  await world.clock.advance(40_000);
  const values = valuesOf(visit);
  const score = visit.model().result.score ?? 0;
  if (score % 100 === 0) wrong.push(`the score ${score} is whole`);
  await endVisit(world, visit, ending);
  const stored = world.record().score.raw;
  if (stored !== String(score / 100)) wrong.push(`the LMS has ${stored} for ${score}`);
  for (let launch = 2; launch <= 4; launch += 1) {
    const again = await world.launch({ lms: {}, ...(launch === 3 && { machine: world.newMachine() }) });
    if (again.session.placeOn('exam') !== place)
      wrong.push(`launch ${launch}: the place is ${again.session.placeOn('exam')}`);
    if (valuesOf(again) !== values) wrong.push(`launch ${launch}: ${valuesOf(again)}, was ${values}`);
    await endVisit(world, again, ending);
    if (world.record().score.raw !== stored)
      wrong.push(`launch ${launch} made ${world.record().score.raw} of ${stored}`);
  }
  return [...wrong, ...faultsOf(world)];
};
