import { expect, test } from 'vitest';
import { createPageHearing } from './hear-page.ts';

function player(isThere: boolean) {
  const log: string[] = [];
  let due: (() => void) | null = null;
  const page = createPageHearing(
    () => isThere,
    () => log.push('asked'),
    (milliseconds, run) => {
      due = () => {
        log.push(`waited ${milliseconds}`);
        run();
      };
      return () => {
        due = null;
      };
    },
  );
  const passTime = (): void => {
    for (let run = due; run !== null; run = due) {
      due = null;
      run();
    }
  };
  return { page, log, passTime };
}

test('without a page nothing is waited for', () => {
  const { page, log } = player(false);
  page.heard(() => log.push('ended'));
  expect(log).toEqual(['ended']);
});

test('the page is asked once, and all that waited goes on with its answer', () => {
  const { page, log, passTime } = player(true);
  page.heard(() => log.push('first'));
  page.heard(() => log.push('second'));
  expect(log).toEqual(['asked']);
  page.done();
  passTime();
  page.done();
  expect(log).toEqual(['asked', 'first', 'second']);
  page.heard(() => log.push('third'));
  expect(log.slice(3)).toEqual(['asked']);
});

test('a page that stays silent is given up after four looks', () => {
  const { page, log, passTime } = player(true);
  page.heard(() => log.push('ended'));
  passTime();
  expect(log).toEqual(['asked', 'waited 250', 'waited 250', 'waited 250', 'waited 250', 'ended']);
});
