import type { Position } from 'unist';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import type { Course, CoursePage, Quiz } from './course.ts';
import { gateOf } from './page-opens.ts';

/** Reports pages that wait for what is not there, for what cannot be done before them, or may wait for good. */
export function checkGates(course: Course): void {
  const gates = new Map(course.pages.map((_page, index) => [index, waitOf(course, index)]));
  const stuck = stuckPages(course, gates);
  const told = new Set<number>();
  for (const first of stuck) {
    const chain = [first];
    for (let next = gates.get(first); next !== undefined && next !== null; next = gates.get(next)) {
      if (!chain.includes(next)) {
        chain.push(next);
        continue;
      }
      const cycle = chain.slice(chain.indexOf(next));
      if (!cycle.some((index) => told.has(index))) tellDeadlock(course, cycle);
      for (const index of cycle) told.add(index);
      break;
    }
  }
}

/** The page that must be worked on before this one opens; null if none must, or it could not be found. */
function waitOf(course: Course, index: number): number | null {
  const gate = gateOf(course, index);
  const page = course.pages[index];
  if (gate === undefined || page === undefined) return null;
  if ('after' in gate) {
    const before = course.pages.findIndex(({ id }) => id === gate.after);
    if (before === -1)
      tellUnknown(
        page,
        'unknown-page',
        'page',
        gate.after,
        course.pages.map(({ id }) => id),
      );
    return before === -1 ? null : before;
  }
  const holder = course.pages.findIndex((other) => quizzesOn(other).some(({ id }) => id === gate.passed));
  if (holder === -1)
    tellUnknown(
      page,
      'unknown-quiz',
      'quiz',
      gate.passed,
      course.pages.flatMap(quizzesOn).map(({ id }) => id),
    );
  const quiz = quizzesOn(course.pages[holder]).find(({ id }) => id === gate.passed);
  if (quiz !== undefined && quiz.pass !== null && (quiz.attempts > 0 || quiz.counts === 'first')) {
    report(page.file, 'gate-may-stay-shut', {
      reason: `The page stays locked for who fails \`${quiz.id}\` ${quiz.counts === 'first' ? 'at the first attempt, which counts' : `${quiz.attempts} ${quiz.attempts === 1 ? 'time' : 'times'}`}`,
      fix: `Write \`opens: after ${course.pages[holder]?.id}\`, or let the quiz be taken without end: \`attempts: 0\``,
      at: placeOf(page),
    });
  }
  return holder === -1 ? null : holder;
}

/** Pages that no order of work opens. A page that is tested out by a quiz on an open page counts as done. */
function stuckPages(course: Course, gates: ReadonlyMap<number, number | null>): readonly number[] {
  const open = new Set<number>();
  const isDoable = (index: number): boolean =>
    open.has(index) ||
    [...open].some((other) =>
      quizzesOn(course.pages[other]).some((quiz) => quiz.testsOut?.includes(course.pages[index]?.id ?? '')),
    );
  for (let before = -1; before < open.size; ) {
    before = open.size;
    for (const [index, wait] of gates) if (wait === null || (wait !== index && isDoable(wait))) open.add(index);
  }
  return [...gates.keys()].filter((index) => !open.has(index));
}

function tellDeadlock(course: Course, cycle: readonly number[]): void {
  const [first] = cycle;
  const page = first === undefined ? undefined : course.pages[first];
  if (page === undefined) return;
  const names = cycle.slice(1).map((index) => `\`${course.pages[index]?.id}\``);
  const chain =
    names.length === 0 ? 'a quiz that stands on it' : `${names.join(', which waits for ')}, which waits for it`;
  report(page.file, 'gating-deadlock', {
    reason: `The page \`${page.id}\` can never open: it waits for ${chain}`,
    fix: 'Write `opens: always`, or let it wait for something earlier',
    at: placeOf(page),
  });
}

function tellUnknown(
  page: CoursePage,
  rule: 'unknown-page' | 'unknown-quiz',
  what: string,
  id: string,
  ids: readonly string[],
): void {
  const meant = didYouMean(id, ids);
  report(page.file, rule, {
    reason: `\`opens\` names \`${id}\`, which is no ${what} of this course`,
    fix:
      meant !== null
        ? `Did you mean \`${meant}\`?`
        : ids.length === 0
          ? `The course has no ${what}`
          : `Write one of ${ids.map((name) => `\`${name}\``).join(', ')}`,
    at: page.opens?.position,
  });
}

function quizzesOn(page: CoursePage | undefined): readonly Quiz[] {
  return page === undefined ? [] : page.kind === 'lesson' ? page.quizzes : [page.quiz];
}

const placeOf = (page: CoursePage): Position | undefined =>
  page.opens?.position ?? page.idAt ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
