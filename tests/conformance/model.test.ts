import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseData, QuizData } from '../../src/contract/course-data.ts';
import type { QuestionData } from '../../src/contract/question-data.ts';
import type { ProfileId } from '../../src/simulator/profile.ts';
import { createFilmsWatch, type FilmsWatch, filmedCourse } from './films-watch.ts';
import type { Machine } from './learner-machine.ts';
import { createWorld, type Visit, type World } from './learner-session.ts';
import { createLedger, type Ledger, watchResults } from './ledger.ts';
import { createRulesWatch, type Feats, feats, type RulesWatch } from './rules-watch.ts';
import { trueFalse } from './small-course.ts';

/** More runs than in `npm test`: `npm run test:soak`. */
const runs = Number(process.env['MODEL_RUNS'] ?? 1_000);
/** Another one each time; MODEL_SEED shows a run again. */
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);

/** What may happen. Questions are named by place, so that every step means something in every version of the course. */
type Step =
  | { readonly do: 'answer'; readonly quiz: number; readonly question: number; readonly right: boolean }
  /** Opens the quiz's page, begins where time runs, answers all and hands in. */
  | { readonly do: 'whole quiz'; readonly quiz: number; readonly right: boolean }
  | { readonly do: 'submit' | 'retry'; readonly quiz: number }
  | { readonly do: 'open'; readonly page: number }
  | { readonly do: 'play'; readonly part: number }
  | { readonly do: 'type'; readonly right: boolean }
  | { readonly do: 'limit'; readonly limit: 'extended' | 'off' }
  | {
      readonly do:
        | 'begin'
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
  | { readonly do: 'fail' | 'deny'; readonly times: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'turn clock'; readonly ms: number }
  | { readonly do: 'republish'; readonly how: 'add' | 'remove' | 'move' | 'edit' };

/** After these a commit may say that it failed. */
const faults: ReadonlySet<Step['do']> = new Set(['offline', 'expire', 'fail', 'deny']);

const place = fc.nat({ max: 3 });
const mostly = fc.integer({ min: 1, max: 4 }).map((number) => number > 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      quiz: place,
      question: fc.nat({ max: 5 }),
      right: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('whole quiz' as const), quiz: place, right: mostly }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('submit' as const, 'retry' as const),
      quiz: fc.constantFrom(0, 1, 2, 2, 2, 3),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), page: place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('play' as const), part: fc.nat({ max: 31 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'begin' as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('type' as const), right: mostly }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('limit' as const),
      limit: fc.constantFrom('extended' as const, 'off' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(50, 250, 2_000, 12_000, 40_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(59_900, 119_900, 1_200_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('next' as const, 'back' as const, 'read' as const, 'hide' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('offline' as const, 'expire' as const, 'lie' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('fail' as const, 'fail' as const, 'deny' as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
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

/** Where a run begins: at the very start, or with gates passed that random steps seldom pass. */
const gates: readonly Step[] = [
  { do: 'whole quiz', quiz: 0, right: true },
  { do: 'whole quiz', quiz: 1, right: true },
];
const beginnings: readonly (readonly Step[])[] = [
  [],
  gates,
  [...gates, { do: 'whole quiz', quiz: 2, right: false }],
  [...gates, { do: 'whole quiz', quiz: 2, right: true }, { do: 'wait', ms: 119_900 }],
  [...gates, { do: 'begin' }],
];
const beginning = fc.nat({ max: beginnings.length - 1 }).map((index) => beginnings[index] ?? []);

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
    (quiz, index): QuizData =>
      index === count % 4 ? withGroups({ ...quiz, questions: change(quiz.questions) }) : quiz,
  );
  return { ...course, version: `1.0.${count}`, quizzes };
}

/** A drawn quiz draws from questions that are there; a new one joins the last group. */
function withGroups(quiz: QuizData): QuizData {
  if (quiz.draw === undefined) return quiz;
  const grouped = new Set(quiz.draw.flatMap(({ of }) => of ?? []));
  const last = quiz.draw.length - 1;
  const draw = quiz.draw.map(({ count, of }, index) => ({
    count,
    of: quiz.questions.map(({ id }) => id).filter((id) => of?.includes(id) || (index === last && !grouped.has(id))),
  }));
  return { ...quiz, draw };
}

interface Play {
  readonly world: World;
  readonly ledger: Ledger;
  readonly rules: RulesWatch;
  readonly films: FilmsWatch;
  readonly wrong: string[];
  visit: Visit | null;
  course: CourseData;
  machine: Machine;
  /** What the page still holds of an answer being typed. */
  typing: { readonly attempt: number; readonly response: string } | null;
  /** A pass was shown, wherever. */
  passed: boolean;
  /** And must be there in the end: another machine knows of none that is not in the LMS. */
  owed: boolean;
}

async function play(profileId: ProfileId, steps: readonly Step[], seen: Feats): Promise<readonly string[]> {
  const results = watchResults();
  const world = createWorld({ course: filmedCourse, profile: profileId, onCall: results.onCall });
  results.watch(world);
  const state: Play = {
    world,
    ledger: createLedger(world),
    rules: createRulesWatch(world, seen),
    films: createFilmsWatch(world, seen),
    wrong: [],
    visit: null,
    course: filmedCourse,
    machine: world.home,
    typing: null,
    passed: false,
    owed: false,
  };
  await launch(state, world.home);
  let faulty = false;
  let failing = false;
  for (const [index, each] of steps.entries()) {
    if (faults.has(each.do)) failing = true;
    if (failing || each.do === 'lie') faulty = true;
    await take(state, each, index);
    settleTyping(state);
    if (state.visit !== null) {
      const broken = state.ledger.broken(state.visit);
      state.wrong.push(
        ...[...broken, ...state.rules.look(state.visit), ...state.films.look(state.visit)].map(
          (what) => `step ${index} ${each.do}: ${what}`,
        ),
      );
      if (state.visit.model().result.status === 'passed') state.passed = state.owed = true;
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
  if (state.owed) {
    if (visit.model().result.status !== 'passed') state.wrong.push('the pass is not shown');
    if (world.record().status !== 'passed') state.wrong.push(`the pass is lost: ${world.record().status}`);
  }
  // After a commit that failed, values are set to others, no farther off than they must be, and at once back.
  state.wrong.push(...(failing ? [...results.fellFar, ...results.stayedLow] : results.lowered));
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
    state.owed &&= world.record().status === 'passed';
    ledger.forgetUnrecorded(course);
    ledger.forgetOutdone(visit);
  }
  state.wrong.push(...ledger.missing(visit).map((what) => `launch: ${what}`));
  const broken = [...state.rules.launched(visit, elsewhere), ...state.films.launched(visit, elsewhere)];
  state.wrong.push(...broken.map((what) => `launch: ${what}`));
  visit.show(visit.model().current);
}

async function end(state: Play, how: 'exit' | 'close' | 'kill'): Promise<void> {
  const { visit } = state;
  if (visit === null) return;
  if (how === 'kill') visit.crash();
  else if (how === 'close') await visit.close();
  else await visit.exit();
  settleTyping(state);
  state.typing = null;
  state.visit = null;
}

/** Once the page has sent it, a typed answer is given; no hand-in may have missed it. */
function settleTyping(state: Play): void {
  const { visit, typing } = state;
  const view = visit?.session.quiz('timed');
  if (visit === null || typing === null || !view) return;
  const isThere = JSON.stringify(visit.shows('timed', 'l')) === typing.response;
  if (view.attempt === typing.attempt && !isThere && view.phase === 'open') return;
  if (view.attempt === typing.attempt && !isThere) state.wrong.push('what was being typed is lost');
  else if (isThere) state.ledger.note(visit, 'timed', 'l');
  state.typing = null;
}

/** Another page, or another control of the same one: what was being typed is sent. */
function go(state: Play, page: string | null | undefined): boolean {
  const isOpen = typeof page === 'string' && state.visit?.show(page) === true;
  settleTyping(state);
  return isOpen;
}

async function take(state: Play, each: Step, index: number): Promise<void> {
  const { world, visit, ledger, rules, wrong } = state;
  const quizAt = (at: number): QuizData | undefined => state.visit?.course.quizzes[at];
  switch (each.do) {
    case 'answer': {
      const quiz = quizAt(each.quiz);
      const question = quiz?.questions[each.question];
      if (visit !== null && quiz && question && go(state, quiz.page))
        ledger.answer(visit, quiz.id, question.id, each.right ? 'right' : 'wrong');
      return;
    }
    case 'whole quiz': {
      const quiz = quizAt(each.quiz);
      if (visit === null || !quiz || !go(state, quiz.page)) return;
      rules.read(visit);
      if (quiz.id === 'timed') rules.begin(visit);
      rules.handIn();
      return ledger.answerAll(visit, quiz.id, each.right ? 'right' : 'wrong');
    }
    case 'submit': {
      const quiz = quizAt(each.quiz);
      if (!quiz || !go(state, quiz.page)) return;
      rules.handIn();
      return visit?.session.submit(quiz.id);
    }
    case 'retry': {
      const quiz = quizAt(each.quiz);
      if (visit !== null && quiz && go(state, quiz.page)) wrong.push(...rules.retry(visit, quiz.id));
      return;
    }
    case 'open':
      if (visit !== null) wrong.push(...rules.open(visit, visit.course.pages[each.page]?.id ?? ''));
      return;
    case 'play':
      return visit === null || !go(state, 'second') ? undefined : state.films.play(visit, each.part);
    case 'begin':
      if (visit !== null && go(state, 'exam')) rules.begin(visit);
      return;
    case 'type': {
      if (visit === null || !go(state, 'exam')) return;
      const view = visit.session.quiz('timed');
      if (view?.phase !== 'open' || !view.questions.some(({ id }) => id === 'l')) return;
      const response = visit.type('timed', 'l', each.right ? 'right' : 'wrong');
      state.typing = { attempt: view.attempt, response: JSON.stringify(response) };
      return;
    }
    case 'limit':
      if (visit !== null && go(state, 'exam')) rules.limit(visit, each.limit);
      return;
    case 'next':
    case 'back':
      return void go(state, visit?.model()[each.do === 'next' ? 'next' : 'previous']);
    case 'read':
      return visit === null ? undefined : rules.read(visit);
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
    case 'deny':
      return world.lms.fail({ fn: 'LMSCommit', to: each.times, do: 'deny' });
    case 'wait':
      return world.clock.advance(each.ms);
    case 'turn clock':
      rules.turned();
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
  const seen = Object.fromEntries(feats.map((feat) => [feat, 0])) as Feats;
  await fc.assert(
    fc.asyncProperty(
      profile,
      beginning,
      fc.array(step, { minLength: 3, maxLength: 24, size: 'max' }),
      async (profileId, first, steps) => {
        expect(await play(profileId, [...first, ...steps], seen)).toEqual([]);
      },
    ),
    { seed, numRuns: runs, verbose: fc.VerbosityLevel.Verbose },
  );
  process.stdout.write(`model: ${JSON.stringify(seen)}\n`);
  // Else the model has gone blind.
  if (runs >= 1_000) expect(feats.filter((feat) => seen[feat] === 0)).toEqual([]);
});
