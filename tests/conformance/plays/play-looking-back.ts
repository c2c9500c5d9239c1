import type { FaultRow } from '../fault-row.ts';
import { createWorld } from '../learner-session.ts';
import { createLedger } from '../ledger.ts';
import { ruledCourseWithObjectives } from '../ruled-course.ts';
import { endVisit, faultsOf } from './end-visit.ts';

/**
 * A course half done is launched to be looked at: everything is shown, nothing can be changed, nothing is written. Then
 * it is taken up where it was.
 */
export const playLookingBack =
  (mode: 'review' | 'browse'): NonNullable<FaultRow['play']> =>
  async (profile, ending, mutation) => {
    const world = createWorld({ course: ruledCourseWithObjectives, profile, ...(mutation && { mutation }) });
    const ledger = createLedger(world);
    const wrong: string[] = [];
    const visit = await world.launch();
    visit.show('first');
    visit.readAll();
    ledger.answerAll(visit, 'one', 'right');
    visit.show('second');
    ledger.answer(visit, 'two', 'c', 'right');
    await endVisit(world, visit, ending);

    /** Time and exit belong to a launch. */
    const lasting = (): string =>
      JSON.stringify(Object.entries(world.record().values).filter(([name]) => !/exit|_time$/.test(name)));
    const before = lasting();
    const look = await world.launch({ lms: { mode } });
    if (look.model().phase !== 'running') wrong.push(`the phase is ${look.model().phase}`);
    if (look.sign() !== 'review') wrong.push(`the sign says ${look.sign()}`);
    wrong.push(...ledger.missing(look));
    look.show('bank');
    look.readAll();
    for (const { id } of look.course.quizzes) {
      look.session.retry(id);
      look.session.start(id);
      look.answerAll(id, 'wrong');
    }
    await world.clock.advance(40_000);
    wrong.push(...ledger.missing(look).map((what) => `in ${mode}: ${what}`));
    await endVisit(world, look, ending);
    if (lasting() !== before) wrong.push(`${mode} changed what is stored`);

    const again = await world.launch({ lms: { mode: 'normal' } });
    wrong.push(...ledger.missing(again).map((what) => `after it: ${what}`));
    ledger.answerAll(again, 'two', 'right');
    await endVisit(world, again, ending);
    wrong.push(...ledger.unrecorded(again.course));
    return [...wrong, ...faultsOf(world)];
  };
