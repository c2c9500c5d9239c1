import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseData, QuizData } from '../../src/contract/course-data.ts';
import type { QuestionData } from '../../src/contract/question-data.ts';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { createWorld, type Machine, type Visit, type World } from './learner-session.ts';
import { createLedger, type Ledger, watchResults } from './ledger.ts';
import { courseWith, quizOf, single, trueFalse } from './small-course.ts';

/** More runs than in `npm test`: `npm run test:soak`. */
const runs = Number(process.env['MODEL_RUNS'] ?? 1_000);
/** Another one every time; set MODEL_SEED to see a run again. */
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);

/** What may happen. Questions are named by place, so that every step means something in every version of the course. */
type Step =
  | { readonly do: 'answer'; readonly quiz: number; readonly question: number; readonly right: boolean }
  | { readonly do: 'submit' | 'retry'; readonly quiz: number }
  | {
      readonly do:
        | 'next'
        | 'back'
        | 'read'
        | 'hide'
        | 'heal'
        | 'offline'
        | 'expire'
        | 'lie'
        | 'exit'
        | 'close'
        | 'kill'
        | 'resume'
        | 'resume elsewhere';
    }
  | { readonly do: 'fail'; readonly times: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'turn clock'; readonly ms: number }
  | { readonly do: 'republish'; readonly how: 'add' | 'remove' | 'move' | 'edit' };

const place = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      quiz: fc.nat({ max: 1 }),
      question: place,
      right: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('submit' as const, 'retry' as const), quiz: fc.nat({ max: 1 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(50, 250, 2_000, 12_000, 40_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('next' as const, 'back' as const, 'read' as const, 'hide' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('offline' as const, 'expire' as const, 'lie' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fail' as const), times: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'heal' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('exit' as const, 'close' as const, 'kill' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('resume' as const, 'resume elsewhere' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('turn clock' as const), ms: fc.constantFrom(-86_400_000, 86_400_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('republish' as const),
      how: fc.constantFrom('add' as const, 'remove' as const, 'move' as const, 'edit' as const),
    }),
  },
);
const profile: fc.Arbitrary<ProfileId> = fc.constantFrom(
  'strict',
  'moodle-standard',
  'rustici',
  'open-edx',
  'chamilo',
  'cornerstone',
  'always-true',
  'odd-types',
  'unforgiving',
  'ilias',
  'moodle',
);

const theCourse = courseWith({
  quizzes: [
    quizOf('one', 'first', [single('a'), trueFalse('b')], { attempts: 0 }),
    quizOf('two', 'second', [single('c'), trueFalse('d'), single('e')], {
      feedback: 'end',
      attempts: 2,
      pass: 50,
      shuffle: { questions: true, choices: true },
    }),
  ],
});

function republish(course: CourseData, how: 'add' | 'remove' | 'move' | 'edit', count: number): CourseData {
  const change = (questions: readonly QuestionData[]): readonly QuestionData[] => {
    if (how === 'add') return [...questions, trueFalse(`new-${count}`)];
    if (how === 'move') return questions.toReversed();
    if (how === 'remove') return questions.length > 1 ? questions.slice(1) : questions;
    return questions.map((question) =>
      question.type === 'single'
        ? {
            ...question,
            choices: question.choices.map((choice) => ({
              ...choice,
              id: choice.id === 'c3' ? `d${count}` : choice.id,
            })),
          }
        : question,
    );
  };
  const quizzes = course.quizzes.map(
    (quiz, index): QuizData => (index === count % 2 ? { ...quiz, questions: change(quiz.questions) } : quiz),
  );
  return { ...course, version: `1.0.${count}`, quizzes };
}

interface Play {
  readonly world: World;
  readonly ledger: Ledger;
  readonly wrong: string[];
  visit: Visit | null;
  course: CourseData;
  machine: Machine;
  passed: boolean;
}

async function play(profileId: ProfileId, steps: readonly Step[]): Promise<readonly string[]> {
  const results = watchResults();
  const world = createWorld({ course: theCourse, profile: profileId, onCall: results.onCall });
  results.watch(world);
  const state: Play = {
    world,
    ledger: createLedger(world),
    wrong: [],
    visit: null,
    course: theCourse,
    machine: world.home,
    passed: false,
  };
  await launch(state, world.home);
  let faulty = false;
  let failing = false;
  for (const [index, each] of steps.entries()) {
    if (each.do === 'offline' || each.do === 'expire' || each.do === 'lie' || each.do === 'fail') faulty = true;
    if (each.do === 'offline' || each.do === 'expire' || each.do === 'fail') failing = true;
    await take(state, each, index);
    if (state.visit !== null) {
      const broken = state.ledger.broken(state.visit);
      state.wrong.push(...broken.map((what) => `step ${index} ${each.do}: ${what}`));
      state.passed ||= state.visit.model().result.status === 'passed';
    }
    if (world.record().status === 'passed' && !state.passed) state.wrong.push(`step ${index} ${each.do}: a false pass`);
    if (state.wrong.length > 0) return state.wrong;
  }
  // Whatever happened: a healed LMS and one more visit at home bring everything together.
  world.lms.heal();
  if (state.visit !== null) await end(state, 'close');
  await world.clock.advance(20_000);
  await launch(state, world.home);
  const visit = state.visit as Visit | null;
  if (visit === null) return ['no visit'];
  await world.clock.advance(15_000);
  if (state.passed) {
    if (visit.model().result.status !== 'passed') state.wrong.push('the pass is not shown');
    if (world.record().status !== 'passed') state.wrong.push(`the pass is lost: ${world.record().status}`);
  }
  // Open edX keeps each value as it is set: it sees what is set back after a commit that failed.
  if (!(failing && world.lms.profile.stores === 'on-set')) state.wrong.push(...results.lowered);
  if (!faulty) state.wrong.push(...new Set(world.lms.violations().map(({ rule }) => rule.id)));
  state.wrong.push(...world.thrown.map(String));
  return state.wrong;
}

async function launch(state: Play, machine: Machine): Promise<void> {
  const { world, ledger, course } = state;
  const elsewhere = machine !== state.machine;
  state.machine = machine;
  const visit = await world.launch({ machine, course, lms: {} });
  if (visit.model().phase === 'ask') {
    await visit.close();
    return;
  }
  state.visit = visit;
  // Another machine knows what the LMS has, and no more.
  if (elsewhere) {
    ledger.forgetUnrecorded(course);
    ledger.forgetOutdone(visit);
  }
  state.wrong.push(...ledger.missing(visit).map((what) => `launch: ${what}`));
}

async function end(state: Play, how: 'exit' | 'close' | 'kill'): Promise<void> {
  const { visit, world } = state;
  if (visit === null) return;
  if (how === 'kill') visit.crash();
  else if (how === 'close') await visit.close();
  else {
    const done = visit.session.exit();
    await world.clock.advance(1_000);
    await done;
  }
  state.visit = null;
}

async function take(state: Play, each: Step, index: number): Promise<void> {
  const { world, visit, ledger } = state;
  const quizAt = (at: number): QuizData | undefined => state.visit?.course.quizzes[at];
  switch (each.do) {
    case 'answer': {
      const quiz = quizAt(each.quiz);
      const question = quiz?.questions[each.question];
      if (visit !== null && quiz && question)
        ledger.answer(visit, quiz.id, question.id, each.right ? 'right' : 'wrong');
      return;
    }
    case 'submit':
    case 'retry':
      return visit?.session[each.do](quizAt(each.quiz)?.id ?? '');
    case 'next':
    case 'back': {
      const to = visit?.model()[each.do === 'next' ? 'next' : 'previous'];
      if (to) visit?.session.open(to);
      return;
    }
    case 'read':
      return visit?.session.read(visit.model().current);
    case 'hide':
      return visit?.hide();
    case 'heal':
      return world.lms.heal();
    case 'offline':
      return world.lms.offline();
    case 'expire':
      return world.lms.expireSession(index % 2 === 0 ? 'false' : 'html');
    case 'lie':
      return world.lms.fail({ fn: 'LMSCommit', always: true, do: 'lie' });
    case 'fail':
      return world.lms.fail({ fn: 'LMSCommit', to: each.times, do: 'false' });
    case 'wait':
      return world.clock.advance(each.ms);
    case 'turn clock':
      return world.clock.turn(each.ms);
    case 'republish':
      state.course = republish(state.course, each.how, index);
      return;
    case 'exit':
    case 'close':
    case 'kill':
      return end(state, each.do);
    case 'resume':
    case 'resume elsewhere': {
      if (visit !== null) await end(state, 'kill');
      // Nobody launches a course from an LMS that is not there.
      world.lms.heal();
      await launch(state, each.do === 'resume' ? state.machine : world.newMachine());
    }
  }
}

test('no answer is lost and no result is false, whatever happens in whatever order', {
  timeout: 3_600_000,
}, async () => {
  process.stdout.write(`model: ${runs} runs from seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(
      profile,
      fc.array(step, { minLength: 3, maxLength: 24, size: 'max' }),
      async (profileId, steps) => {
        expect(await play(profileId, steps)).toEqual([]);
      },
    ),
    { seed, numRuns: runs, verbose: fc.VerbosityLevel.Verbose },
  );
});
