import type { CourseData, GateData, PageData, QuizData } from '../contract/course-data.ts';
import { drawnCount } from '../contract/draw-questions.ts';
import type { Course, Quiz } from '../course/course.ts';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import { quoted } from './quoted.ts';

type Note = (rule: RuleId, reason: string, fix: string, setting: string) => void;

/** Reports what the rules of a quiz mean for learners who began under other ones. */
export function compareQuizRules(before: QuizData, now: QuizData, source: Quiz): void {
  const note: Note = (rule, reason, fix, setting) => {
    const at = source.settingAt?.(setting) ?? source.position;
    report(source.file, rule, { reason, fix, at: at === undefined ? undefined : { start: at.start, end: at.start } });
  };
  const quiz = `The quiz \`${now.id}\``;
  compareDraw(before, now, quiz, note);
  compareTime(before, now, quiz, note);
  compareCounts(before, now, quiz, note);
  if ((now.cooldown ?? 0) > (before.cooldown ?? 0)) {
    note(
      'release-attempts',
      `${quiz} asks for a wait of ${minutes(now.cooldown)} between attempts, before of ${minutes(before.cooldown)}`,
      'Tell the trainer; who waits already waits by the new rule',
      'cooldown',
    );
  }
  const gone = (before.testsOut ?? []).filter((page) => !now.testsOut?.includes(page));
  if (gone.length > 0) {
    note(
      'release-gate',
      `${quiz} no longer stands for ${quoted(gone)}: who has passed it has these pages to do again`,
      'Keep the pages in `testsOut`, or tell the trainer',
      'testsOut',
    );
  }
  if (before.confidence !== now.confidence) {
    note(
      'release-confidence',
      now.confidence ? `${quiz} asks now how sure learners are` : `${quiz} no longer asks how sure learners are`,
      'Nothing to do: no score depends on it, and answers given stay as they are',
      'confidence',
    );
  }
}

function compareDraw(before: QuizData, now: QuizData, quiz: string, note: Note): void {
  if (JSON.stringify(before.draw) === JSON.stringify(now.draw)) return;
  const asks = (of: QuizData): string =>
    of.draw === undefined ? 'all questions' : `${drawnCount(of)} of ${of.questions.length}`;
  const groups = (of: QuizData): string => (of.draw?.some((group) => group.of) ? ' by tag' : '');
  note(
    'release-draw',
    `${quiz} asked ${asks(before)}${groups(before)}, now ${asks(now)}${groups(now)}`,
    'Nothing to do: an attempt under way keeps what it can of its questions, and draws what is missing',
    'draw',
  );
}

function compareTime(before: QuizData, now: QuizData, quiz: string, note: Note): void {
  const [old, time] = [before.time, now.time];
  if (time === undefined) return;
  if (old === undefined) {
    note(
      'release-time',
      `${quiz} has a limit of ${minutes(time.minutes)} now, before it had none`,
      'Tell the trainer: who is in the middle of an attempt presses *Start* first, and keeps the answers given',
      'minutes',
    );
  } else if (time.minutes < old.minutes) {
    note(
      'release-time',
      `${quiz} gave ${minutes(old.minutes)}, now ${minutes(time.minutes)}`,
      'Publish when nobody takes it: an attempt that is past the new limit is handed in at the next visit',
      'minutes',
    );
  } else if (old.adjustable && !time.adjustable) {
    note(
      'release-time',
      `${quiz} no longer lets learners have more time`,
      'Tell the trainer; who has asked for more keeps it for the attempt under way',
      'adjustable',
    );
  }
}

function compareCounts(before: QuizData, now: QuizData, quiz: string, note: Note): void {
  const [old, counts] = [before.counts ?? 'best', now.counts ?? 'best'];
  if (old !== counts) {
    note(
      'release-counts',
      `The ${old} of several attempts at the quiz \`${now.id}\` counted, now the ${counts}`,
      counts === 'best'
        ? 'Tell the trainer; the best attempt so far counts at once'
        : 'Tell the trainer; until their next submission the best attempt counts for those who have submitted',
      'counts',
    );
  }
  if (before.weight > 0 !== now.weight > 0) {
    note(
      'release-counts',
      now.weight > 0 ? `${quiz} was for practice, and counts now` : `${quiz} counted, and is for practice now`,
      now.weight > 0
        ? 'Tell the trainer: what was reached in practice counts at the next visit, and who has not taken it has more to do'
        : 'Tell the trainer; a score that was reported is not lowered',
      'weight',
    );
  }
  for (const [key, name] of [
    ['penalty', 'Wrong answers in'],
    ['hintCost', 'Hints in'],
  ] as const) {
    if ((now[key] ?? 0) > (before[key] ?? 0))
      note(
        'release-counts',
        `${name} the quiz \`${now.id}\` cost more than before`,
        'Tell the trainer; answers that were judged keep their credit',
        key,
      );
  }
}

/** Reports pages that open later than they did. */
export function compareGates(before: CourseData, now: CourseData, course: Course): void {
  const words = ({ opens }: PageData): string => (opens === undefined ? 'open from the start' : gateWords(opens));
  for (const page of now.pages) {
    const old = before.pages.find(({ id }) => id === page.id);
    if (old === undefined || page.opens === undefined || JSON.stringify(old.opens) === JSON.stringify(page.opens))
      continue;
    const source = course.pages.find(({ id }) => id === page.id);
    report(source?.file ?? course.file, 'release-gate', {
      reason: `The page \`${page.id}\` was ${words(old)}, now it is ${words(page)}`,
      fix: 'Tell the trainer; who has read or begun it keeps it open',
      at: source?.opens?.position.start ?? { line: 1, column: 1 },
    });
  }
}

const gateWords = (gate: GateData): string =>
  'after' in gate ? `open after \`${gate.after}\`` : `open when \`${gate.passed}\` is passed`;

/** Reports objectives that are gone, new, or measured in another way. */
export function compareObjectives(before: CourseData, now: CourseData, course: Course): void {
  const note = (reason: string, fix: string, path: readonly PropertyKey[]): void => {
    report(course.file, 'release-objectives', { reason, fix, at: course.at(path).start });
  };
  const objectives = now.objectives ?? [];
  for (const old of before.objectives ?? []) {
    const index = objectives.findIndex(({ id }) => id === old.id);
    const own = objectives[index];
    if (own === undefined) {
      note(
        `The objective \`${old.id}\` ("${old.title}") is gone`,
        `If it was only renamed, give it the id \`${old.id}\` again; the LMS keeps what it was told`,
        ['objectives'],
      );
    } else if (own.pass !== old.pass || JSON.stringify(own.quizzes) !== JSON.stringify(old.quizzes)) {
      note(
        `The objective \`${own.id}\` is ${own.pass === old.pass ? 'measured by other questions' : 'passed with another score'} than before`,
        'Tell the trainer; a score the LMS has changes with the next visit at the earliest, a status is never lowered',
        ['objectives', index],
      );
    }
  }
  for (const [index, own] of objectives.entries()) {
    if (before.objectives?.some(({ id }) => id === own.id)) continue;
    note(
      `The objective \`${own.id}\` is new`,
      'Nothing to do: of attempts submitted before, the last one at hand counts for it, else the score of the quiz',
      ['objectives', index],
    );
  }
}

const minutes = (count: number | undefined): string => `${count ?? 0} ${count === 1 ? 'minute' : 'minutes'}`;
