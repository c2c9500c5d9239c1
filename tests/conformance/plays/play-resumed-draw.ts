import type { FaultRow } from '../fault-row.ts';
import { createWorld, type Visit } from '../learner-session.ts';
import { createLedger } from '../ledger.ts';
import { notReported } from '../look-at-record.ts';
import { ruledCourseWithObjectives } from '../ruled-course.ts';
import { endVisit, faultsOf } from './end-visit.ts';

/** Which questions stand where, in which order their choices. */
const drawsOf = (visit: Visit): string =>
  JSON.stringify(
    ['two', 'drawn', 'timed'].map((quiz) => visit.session.quiz(quiz)?.questions.map(({ id, order }) => [id, order])),
  );

/** Shuffled and drawn quizzes are left half answered, and taken up again, at home or elsewhere. */
export const playResumedDraw: NonNullable<FaultRow['play']> = async (profile, ending, mutation) => {
  const world = createWorld({ course: ruledCourseWithObjectives, profile, ...(mutation && { mutation }) });
  const ledger = createLedger(world);
  const wrong: string[] = [];
  const visit = await world.launch();
  visit.show('first');
  visit.readAll();
  ledger.answerAll(visit, 'one', 'right');
  visit.show('second');
  ledger.answer(visit, 'two', 'd', 'right');
  visit.show('bank');
  const [first, , last] = visit.session.quiz('drawn')?.questions ?? [];
  for (const question of [first, last]) ledger.answer(visit, 'drawn', question?.id ?? '', 'right');
  const draws = drawsOf(visit);
  await endVisit(world, visit, ending);

  const elsewhere = ending === 'exit' || ending === 'killed';
  const again = await world.launch({ lms: {}, ...(elsewhere && { machine: world.newMachine() }) });
  again.show('bank');
  const isSame = JSON.parse(draws).every(
    (quiz: unknown, index: number) =>
      index === 2 || JSON.stringify(quiz) === JSON.stringify(JSON.parse(drawsOf(again))[index]),
  );
  if (!isSame) wrong.push('other questions are drawn, or in another order');
  wrong.push(...ledger.missing(again));
  for (const quiz of ['two', 'drawn']) {
    ledger.answerAll(again, quiz, 'right');
    const view = again.session.quiz(quiz);
    if (view?.result?.score !== 10_000) wrong.push(`${quiz} has ${view?.result?.score}`);
  }
  await endVisit(world, again, 'exit');
  wrong.push(...ledger.unrecorded(again.course), ...notReported(world, again));
  return [...wrong, ...faultsOf(world)];
};
