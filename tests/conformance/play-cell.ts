import type { ProfileId } from '../../src/simulator/profile.ts';
import { profiles } from '../../src/simulator/profiles/index.ts';
import type { FaultRow } from './faults.ts';
import { createWorld, type LaunchOptions } from './learner-session.ts';
import { createLedger, watchResults } from './ledger.ts';
import type { Mutation } from './mutations.ts';
import { courseWithObjectives } from './small-course.ts';

/** How a visit under a fault ends: the fault heals while the learner is there, or does not. */
export const endings = ['healed, exit', 'exit', 'closed', 'killed'] as const;
export type Ending = (typeof endings)[number];

/**
 * Plays a visit with the fault, heals it, plays the next visit on the same machine.
 * @returns what was wrong, in words; empty if nothing was
 */
export async function playCell(
  row: FaultRow,
  profileId: ProfileId,
  ending: Ending,
  mutation?: Mutation,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const say = (when: string, what: readonly string[]): void =>
    void wrong.push(...what.map((each) => `${when}: ${each}`));
  const results = watchResults();
  const profile = row.profile?.(profiles[profileId]) ?? profiles[profileId];
  const world = createWorld({
    course: courseWithObjectives,
    profile,
    onCall: results.onCall,
    ...(row.storage === undefined ? {} : { storage: row.storage }),
    ...(mutation === undefined ? {} : { mutation }),
  });
  results.watch(world);
  const { clock, lms } = world;
  const ledger = createLedger(world);
  const kept = row.storage === undefined;

  if (row.begins === 'before') await row.inject?.(world, null);
  const how: LaunchOptions = row.window === undefined ? {} : { window: row.window(world) };
  const visit = await world.launch(how);
  const untracked = visit.model().phase === 'ask';
  // Some LMSs know no session and answer without.
  const needsSession =
    row.needsRelaunch !== undefined &&
    (profile.checks === 'all' || row.inject === undefined || visit.model().phase === 'ask');
  if (untracked !== needsSession) say('launch', [`the phase is ${visit.model().phase}`]);
  let expected: 'incomplete' | 'passed' = 'incomplete';
  if (untracked) {
    visit.session.goUntracked();
    visit.answerAll('warm-up', 'right');
    if (visit.model().phase !== 'running' || visit.shows('warm-up', 'w1') === null) say('untracked', ['nothing works']);
    await clock.advance(3_000);
    if (visit.sign() !== 'none') say('untracked', [`the sign says ${visit.sign()}`]);
    await visit.close();
  } else {
    visit.readAll();
    ledger.answer(visit, 'warm-up', 'w1', 'right');
    await clock.advance(1_000);
    say('first answer', ledger.broken(visit));
    if (row.begins === 'midway') await row.inject?.(world, visit);
    ledger.answer(visit, 'warm-up', 'w2', 'right');
    await clock.advance(150);
    ledger.answerAll(visit, 'mixed', 'right');
    await clock.advance(2_000);
    say('2 s after', ledger.broken(visit));
    await clock.advance(35_000);
    say('35 s after', ledger.broken(visit));
    if (world.record().status === 'passed') say('before the exam', ['a false pass']);
    if (ending === 'healed, exit') {
      lms.heal();
      await clock.advance(5_000);
      // "false" with error 0 is not taken at its word where nothing else keeps the answers.
      const doubtful = profileId === 'odd-types' && !kept;
      if (visit.sign() !== (doubtful ? 'unsaved' : 'saved'))
        say('5 s after healing', [`the sign says ${visit.sign()}`]);
      await clock.advance(10_000);
      if (row.lies !== true) say('after healing', ledger.unrecorded(visit.course));
    }
    ledger.answerAll(visit, 'exam', 'right');
    if (visit.model().result.status !== 'passed') say('exam', ['the player does not show the pass']);
    expected = 'passed';
    // The page is gone before the answer's commit is due.
    if (ending === 'killed') await clock.advance(100);
    else await clock.advance(2_000);
    say('exam', ledger.broken(visit));
    const sign = visit.sign();
    if (ending === 'killed') visit.crash();
    else if (ending === 'closed') await visit.close();
    else {
      const exited = visit.session.exit();
      await clock.advance(2_000);
      await exited;
      if (visit.model().phase === 'running') {
        // Nothing may be kept anywhere: then the page does not let go.
        if (kept || visit.sign() !== 'unsaved') say('exit', ['the page did not end']);
        await visit.close();
      } else say('exit', ledger.broken(visit));
    }
    // Without a journal only what was shown as saved must come back.
    if (!kept && !(sign === 'saved' && ending !== 'killed')) {
      ledger.forgetUnrecorded(visit.course);
      if (ledger.unrecorded(visit.course).length === 0 && world.record().status !== 'passed') expected = 'incomplete';
    }
  }

  lms.heal();
  await clock.advance(20_000);
  // What waited for a timer of the LMS is stored or lost by now.
  const again = await world.launch({
    ...(row.relaunchWindow === undefined ? {} : { window: row.relaunchWindow }),
    lms: {},
  });
  if (again.model().phase !== 'running') say('relaunch', [`the phase is ${again.model().phase}`]);
  await clock.advance(1_000);
  say('relaunch', ledger.missing(again));
  if (expected === 'passed' && again.model().result.status !== 'passed') say('relaunch', ['the pass is not shown']);
  const leaving = again.session.exit();
  await clock.advance(12_000);
  await leaving;
  if (expected === 'passed' && world.record().status !== 'passed')
    say('record', [`the pass is lost: ${world.record().status}`]);
  if (expected === 'passed' && Number(world.record().score.raw) !== 100)
    say('record', [`the score is lost: ${world.record().score.raw}`]);
  if (world.record().nextMode === 'normal' || profile.mode === undefined)
    say('record', ledger.unrecorded(again.course));
  for (const { grade } of world.record().grades) if (grade !== 1) say('grades', [`published ${grade}`]);
  // Open edX stores each value at once, whatever the commit then says, so it sees what is set and set back.
  const flickers = profile.stores === 'on-set' && row.breaks?.['score-not-lowered'] !== undefined;
  if (!flickers) say('record', results.lowered);
  say('thrown', world.thrown.map(String));
  const breaks = Object.keys(row.breaks ?? {});
  say(
    'rules',
    lms
      .violations()
      .filter(({ rule }) => !breaks.includes(rule.id))
      .map(({ rule, call }) => `${rule.id}: ${call.fn}(${call.args.join(', ')})`),
  );
  return wrong;
}
