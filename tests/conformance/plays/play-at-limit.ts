import type { ProfileId } from '../../../src/simulator/profile.ts';
import { profiles } from '../../../src/simulator/profiles/index.ts';
import type { Ending } from '../endings.ts';
import type { FaultRow } from '../fault-row.ts';
import { createWorld, type World } from '../learner-session.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { smallCourse } from '../small-course.ts';
import { endVisit, faultsOf } from './end-visit.ts';

/** A character has six bits, and an answer no fewer than one: so many answers are worth one character. */
const mostGivenUp = 6;

async function playWith(
  profileId: ProfileId,
  ending: Ending,
  stateLimit: number,
  mutation?: Mutation,
): Promise<{ readonly world: World; readonly ledger: Ledger; readonly longest: number }> {
  // What the course may take is what the LMS has.
  const profile = { ...profiles[profileId], suspendDataLimit: stateLimit };
  const course = { ...smallCourse, stateLimit };
  const world = createWorld({ course, profile, ...(mutation && { mutation }) });
  const ledger = createLedger(world);
  const visit = await world.launch();
  visit.readAll();
  for (const { id, page } of course.quizzes) {
    visit.show(page);
    ledger.answerAll(visit, id, 'right');
  }
  await endVisit(world, visit, ending);
  const states = world.lms.log.filter(({ fn, args }) => fn === 'LMSSetValue' && args[0] === 'cmi.suspend_data');
  return { world, ledger, longest: Math.max(...states.map(({ args }) => String(args[1]).length)) };
}

/** How long the state becomes, where nothing hinders it. */
const lengths = new Map<string, Promise<number>>();
function lengthOf(profile: ProfileId, ending: Ending): Promise<number> {
  const key = `${profile} ${ending}`;
  const known = lengths.get(key) ?? playWith(profile, ending, 4_096).then(({ longest }) => longest);
  lengths.set(key, known);
  return known;
}

/**
 * The longest state of a course has so many characters to spare in the LMS: with none to spare all of it is kept, with
 * less some answers are given up, never status, score or place.
 */
export const playAtLimit =
  (spare: number): NonNullable<FaultRow['play']> =>
  async (profile, ending, mutation) => {
    const length = await lengthOf(profile, ending);
    const { world, ledger, longest } = await playWith(profile, ending, length + spare, mutation);
    const wrong: string[] = [];
    if (longest > length + spare) wrong.push(`${longest} characters are sent to where ${length + spare} may be`);
    const again = await world.launch({ lms: {}, machine: world.newMachine() });
    const { status, score } = again.model().result;
    if (status !== 'passed' || score !== 10_000) wrong.push(`${status} with ${score} is shown`);
    const missing = ledger.missing(again);
    if (spare >= 0 || missing.length > mostGivenUp) wrong.push(...missing);
    await endVisit(world, again, ending);
    const record = world.record();
    if (record.status !== 'passed' || Number(record.score.raw) !== 100)
      wrong.push(`the LMS has ${record.status} with ${record.score.raw}`);
    return [...wrong, ...faultsOf(world)];
  };
