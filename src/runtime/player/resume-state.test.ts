import { expect, test } from 'vitest';
import { courseWith, quizOf, single } from '../../../tests/conformance/small-course.ts';
import { type AnswerState, emptyState, type LearnerState } from '../../contract/learner-state.ts';
import { encodeState } from '../../contract/state-codec.ts';
import type { LmsStart } from '../lms/lms-port.ts';
import { type JournalEntry, markOf } from './journal.ts';
import { resumeState } from './resume-state.ts';

/** Two browsers on one attempt of a drawn quiz, and what is known at the launch of the one with the journal. */
const course = courseWith({
  quizzes: [
    quizOf(
      'bank',
      'first',
      ['a', 'b', 'c'].map((id) => single(id)),
      { feedback: 'end', draw: [{ count: 3 }] },
    ),
  ],
});
const chosen = (choice: string, credit: number | null = null): AnswerState => ({
  response: { type: 'single', choice },
  credit,
});
const open: AnswerState = { response: null, credit: null };

function at(sequence: number, ...answers: readonly AnswerState[]): LearnerState {
  const ids = ['a', 'b', 'c'];
  const current = { submitted: false, seed: 7, answers: new Map(ids.map((id, index) => [id, answers[index] ?? open])) };
  const bank = { attempts: 0, best: null, passed: false, current };
  return { ...emptyState, sequence, registration: 1, quizzes: new Map([['bank', bank]]) };
}

/** @param between what the LMS was handed by this browser, before the state in its journal */
function resume(lms: LearnerState, local: LearnerState, confirmed: number, between: readonly LearnerState[] = []) {
  const text = (state: LearnerState): string => encodeState(state, course);
  const start: LmsStart = {
    resume: text(lms),
    mode: 'normal',
    credit: true,
    learner: { id: 'l', name: '' },
    isNew: false,
    status: null,
    score: null,
    mastery: null,
  };
  const entry: JournalEntry = {
    state: text(local),
    confirmed,
    proven: 0,
    closed: false,
    ancestors: between.map((state) => markOf(text(state))),
    answers: [],
  };
  const { current } = resumeState(start, entry, course, () => 2).state.quizzes.get('bank') ?? {};
  return ['a', 'b', 'c'].map((id) => current?.answers.get(id));
}

test.each([
  ['behind', 4],
  ['as far', 5],
  ['ahead', 6],
])('of two browsers with answers to one attempt none is lost, the LMS %s', (_name, sequence) => {
  expect(resume(at(sequence, chosen('c0')), at(5, open, chosen('c1')), 3)).toEqual([chosen('c0'), chosen('c1'), open]);
});

test('a state of another browser that has come to the number last confirmed here is not taken for an older one', () => {
  const handed = at(4);
  expect(resume(at(4, chosen('c0')), at(5, open, chosen('c1')), 4, [handed])).toEqual([
    chosen('c0'),
    chosen('c1'),
    open,
  ]);
});

test('an answer taken back after the LMS was handed it stays so', () => {
  const handed = at(4, chosen('c0'));
  expect(resume(handed, at(5), 4, [handed])).toEqual([open, open, open]);
});

test('an answer that was checked counts before one that was only chosen', () => {
  const checked = chosen('c1', 2520);
  expect(resume(at(4, checked), at(5, chosen('c0')), 3)[0]).toEqual(checked);
  expect(resume(at(6, chosen('c0')), at(5, checked), 3)[0]).toEqual(checked);
});
