import type { CourseData } from '../../src/contract/course-data.ts';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { profiles } from '../../src/simulator/profiles/index.ts';
import type { Ending } from './endings.ts';
import type { FaultRow, Wrong } from './fault-row.ts';
import { createWorld, type LaunchOptions, type Visit } from './learner-session.ts';
import { createLedger, watchResults } from './ledger.ts';
import { keptOfLearner, notReported, timesTold } from './look-at-record.ts';
import type { Mutation } from './mutations/mutation.ts';
import { examTime, ruledCourseWithObjectives } from './ruled-course.ts';

/**
 * Plays a visit with the fault, heals it, plays the next visit on the same machine.
 * @returns what was wrong, in words; empty if nothing was
 */
export async function playCell(
  row: FaultRow,
  profileId: ProfileId,
  ending: Ending,
  mutation?: Mutation,
): Promise<Wrong> {
  if (row.play !== undefined) return row.play(profileId, ending, mutation);
  const wrong: string[] = [];
  const say = (when: string, what: Wrong): void => void wrong.push(...what.map((each) => `${when}: ${each}`));
  const results = watchResults();
  const profile = row.profile?.(profiles[profileId]) ?? profiles[profileId];
  const world = createWorld({
    course: ruledCourseWithObjectives,
    profile,
    onCall: results.onCall,
    ...(row.storage === undefined ? {} : { storage: row.storage }),
    ...(row.learner === undefined ? {} : { learner: row.learner }),
    ...(row.launch === undefined ? {} : { launch: row.launch }),
    ...(row.stored === undefined ? {} : { stored: row.stored }),
    ...(row.repeats === undefined ? {} : { repeats: row.repeats }),
    ...(mutation === undefined ? {} : { mutation }),
  });
  results.watch(world);
  const { clock, lms } = world;
  const ledger = createLedger(world);
  const kept = row.storage === undefined;
  /** Elsewhere nobody may learn of the result. */
  const counts = row.launch?.credit !== 'no-credit';
  let drawn: Drawn | null = null;

  /** Everything is answered, the last answer by typing, when the time runs out in the middle of it. */
  async function runOutOfTime(visit: Visit): Promise<void> {
    const view = visit.session.quiz('timed');
    for (const { id } of view?.questions ?? []) if (id !== 'l') ledger.answer(visit, 'timed', id, 'right');
    await clock.advance((visit.session.quiz('timed')?.time?.left ?? 0) - 100);
    say('just in time', ledger.broken(visit));
    const typed = visit.type('timed', 'l', 'right');
    if (visit.session.quiz('timed')?.phase !== 'open') say('just in time', ['the time was over too early']);
    await clock.advance(200);
    if (visit.session.quiz('timed')?.phase !== 'submitted') say('out of time', ['nothing was handed in']);
    if (JSON.stringify(visit.shows('timed', 'l')) !== JSON.stringify(typed))
      say('out of time', ['what was being typed is lost']);
    ledger.note(visit, 'timed', 'l');
  }

  if (row.begins === 'before') await row.inject?.(world, null);
  const how: LaunchOptions = row.window === undefined ? {} : { window: row.window(world) };
  const visit = await world.launch(how);
  const untracked = visit.model().phase === 'ask';
  // Some LMSs know no session and answer without.
  const needsSession =
    row.needsRelaunch !== undefined &&
    (profile.checks === 'all' || row.inject === undefined || visit.model().phase === 'ask');
  if (untracked !== needsSession) say('launch', [`the phase is ${visit.model().phase}`]);
  if (row.notice !== undefined && visit.model().notice !== row.notice)
    say('launch', [`the notice is ${visit.model().notice}`]);
  let expected: 'incomplete' | 'passed' = 'incomplete';
  if (untracked) {
    visit.session.goUntracked();
    visit.answerAll('one', 'right');
    if (visit.model().phase !== 'running' || visit.shows('one', 'a') === null) say('untracked', ['nothing works']);
    await clock.advance(3_000);
    if (visit.sign() !== 'none') say('untracked', [`the sign says ${visit.sign()}`]);
    await visit.close();
  } else {
    visit.show('first');
    visit.readAll();
    ledger.answer(visit, 'one', 'a', 'right');
    if (visit.show('bank') || visit.show('exam')) say('gates', ['a locked page opened']);
    visit.session.back();
    await clock.advance(1_000);
    say('first answer', ledger.broken(visit));
    if (row.begins === 'midway') await row.inject?.(world, visit);
    if (row.look !== undefined) say('at once', await row.look(world, visit));
    ledger.answer(visit, 'one', 'b', 'right');
    await clock.advance(150);
    ledger.answerAll(visit, 'two', 'right');
    await clock.advance(2_000);
    say('2 s after', ledger.broken(visit));
    await clock.advance(35_000);
    say('35 s after', ledger.broken(visit));
    // "false" with error 0 is not taken at its word where nothing else keeps the answers.
    const doubtful = profileId === 'odd-types' && !kept;
    if (row.harmless && !doubtful && visit.sign() !== 'saved') say('35 s after', [`the sign says ${visit.sign()}`]);
    if (world.record().status === 'passed') say('before the exam', ['a false pass']);
    if (ending === 'healed, exit') {
      lms.heal();
      await clock.advance(5_000);
      if (visit.sign() !== (doubtful ? 'unsaved' : 'saved'))
        say('5 s after healing', [`the sign says ${visit.sign()}`]);
      await clock.advance(10_000);
      if (row.lies !== true) say('after healing', ledger.unrecorded(visit.course));
    }
    if (!visit.show('bank')) say('gates', ['the bank stays locked']);
    ledger.answerAll(visit, 'drawn', 'right');
    visit.session.retry('drawn');
    if (visit.session.quiz('drawn')?.phase !== 'submitted') say('bank', ['another attempt began without the wait']);
    if (!visit.show('exam')) say('gates', ['the exam stays locked']);
    ledger.answerAll(visit, 'timed', 'right');
    if (visit.session.quiz('timed')?.phase !== 'open') say('exam', ['it was answered before its time began']);
    visit.session.start('timed');
    if (ending === 'killed, out of time') {
      for (const { id } of visit.session.quiz('timed')?.questions ?? []) ledger.answer(visit, 'timed', id, 'right');
    } else if (ending === 'out of time') await runOutOfTime(visit);
    else ledger.answerAll(visit, 'timed', 'right');
    if (ending !== 'killed, out of time' && visit.model().result.status !== 'passed')
      say('exam', ['the player does not show the pass']);
    expected = 'passed';
    drawn = drawOf(visit);
    // The page is gone before the answer's commit is due.
    if (ending === 'killed') await clock.advance(100);
    // Some LMSs store what was committed ten seconds later.
    else await clock.advance(ending === 'killed, out of time' ? 12_000 : 2_000);
    say('exam', ledger.broken(visit));
    const sign = visit.sign();
    if (ending.startsWith('killed')) visit.crash();
    else if (ending === 'closed' || ending === 'out of time') await visit.close();
    else {
      await visit.exit();
      if (visit.model().phase === 'running') {
        // Nothing may be kept anywhere: then the page does not let go.
        if (kept || visit.sign() !== 'unsaved') say('exit', ['the page did not end']);
        await visit.close();
      } else say('exit', ledger.broken(visit));
    }
    // Without a journal only what was shown as saved must come back.
    if (!kept && !(sign === 'saved' && ending !== 'killed')) {
      const isAll = ledger.unrecorded(visit.course).length === 0;
      ledger.forgetUnrecorded(visit.course);
      if (!(isAll && ending === 'killed, out of time') && world.record().status !== 'passed') expected = 'incomplete';
      drawn = null;
    }
  }

  lms.heal();
  await clock.advance(20_000 + (ending === 'killed, out of time' ? examTime * 60_000 : 0));
  // What waited for a timer of the LMS is stored or lost by now.
  const { relaunchWindow } = row;
  const again = await world.launch({
    ...(relaunchWindow === undefined ? {} : { window: (api) => relaunchWindow(api, world) }),
    ...(row.nextCourse === undefined ? {} : { course: row.nextCourse(visit.course) }),
    lms: {},
  });
  if (again.model().phase !== 'running') say('relaunch', [`the phase is ${again.model().phase}`]);
  await clock.advance(1_000);
  const isFresh = row.relaunchNotice !== undefined;
  if (row.asksMore && ending === 'killed, out of time') expected = 'incomplete';
  if (isFresh) {
    const { notice, save } = again.model();
    if (notice !== row.relaunchNotice && save !== 'review') say('relaunch', [`the notice is ${notice}`]);
    if (world.lms.stored('cmi.core.lesson_status') !== 'passed') expected = 'incomplete';
  } else {
    say('relaunch', ledger.missing(again));
    if (row.nextCourse !== undefined) say('relaunch', ledger.misread(again));
    say('relaunch', begunAgain(again));
    if (drawn !== null) say('relaunch', otherDraw(drawn, again, row.nextCourse !== undefined));
  }
  if (expected === 'passed' && again.model().result.status !== 'passed') say('relaunch', ['the pass is not shown']);
  await again.exit();
  await clock.advance(10_000);
  if (expected === 'passed' && counts) {
    const { status, score } = world.record();
    if (status !== 'passed') say('record', [`the pass is lost: ${status}`]);
    if (Number(score.raw) !== 100) say('record', [`the score is lost: ${score.raw}`]);
  }
  if (!isFresh && (world.record().nextMode === 'normal' || profile.mode === undefined)) {
    say('record', ledger.unrecorded(again.course));
    if (row.unreported === undefined && kept) say('record', notReported(world, again));
  }
  say('kept', keptOfLearner(world, row.learner));
  say('time', timesTold(world));
  // A score that is sent anew differs by a thousandth of a percent before it is itself again.
  const grades = world.record().grades.map(({ grade }) => grade);
  say(
    'grades',
    grades.filter((grade) => Math.round(grade * 10_000) !== 10_000).map((grade) => `published ${grade}`),
  );
  // Open edX stores each value at once, whatever the commit then says, so it sees what is set and set back.
  const flickers = profile.stores === 'on-set' && row.breaks?.['status-not-lowered'] !== undefined;
  say('record', flickers ? [...results.fellFar, ...results.stayedLow] : results.lowered);
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

/** Nobody asked for a second attempt. */
const begunAgain = (visit: Visit): Wrong =>
  visit.course.quizzes.flatMap(({ id }) => {
    const attempt = visit.session.quiz(id)?.attempt ?? 1;
    return attempt === 1 ? [] : [`${id} is in attempt ${attempt}`];
  });

type Drawn = readonly (readonly [quiz: string, question: string, order: string])[];

/** What was drawn, and in which order it stands. */
function drawOf(visit: Visit): Drawn {
  return ['drawn', 'timed'].flatMap(
    (quiz) => visit.session.quiz(quiz)?.questions.map(({ id, order }) => [quiz, id, String(order)] as const) ?? [],
  );
}

/** @param isNew another version of the course: what was asked and is still there is asked, wherever it now stands */
function otherDraw(before: Drawn, visit: Visit, isNew: boolean): Wrong {
  const now = drawOf(visit);
  if (!isNew) return String(before) === String(now) ? [] : ['other questions are drawn'];
  return before
    .filter(([quiz, question]) => isIn(visit.course, quiz, question))
    .filter(([quiz, question]) => !now.some((each) => each[0] === quiz && each[1] === question))
    .map(([quiz, question]) => `${quiz} no longer asks ${question}`);
}

const isIn = ({ quizzes }: CourseData, quiz: string, question: string): boolean =>
  quizzes.some(({ id, questions }) => id === quiz && questions.some((each) => each.id === question));
