import { expect, test } from 'vitest';
import { courseOf } from '../../tests/arbitrary-course.ts';
import type { CourseData } from './course-data.ts';
import { filmId, filmKey, openFilms, playedOn, wholeFilm, withPlayed } from './films.ts';
import { emptyState, type LearnerState } from './learner-state.ts';
import { createDecoder } from './range-coder.ts';
import { decodeState, encodeState } from './state-codec.ts';
import { codeStateTwo } from './state-wire.ts';
import { worstCaseLength } from './worst-case.ts';

/** What is kept of films that are to be watched. */

const plain = courseOf('course', ['tour', 'tools', 'end'], []);
const withFilms = (films: Readonly<Record<string, readonly string[]>>): CourseData => ({
  ...plain,
  pages: plain.pages.map((page) => ({ ...page, ...(films[page.id] ? { films: films[page.id] ?? [] } : {}) })),
});
const course = withFilms({ tour: ['a.mp4', 'b.mp4'], tools: ['a.mp4'] });
const state = (watched: Readonly<Record<string, number>>, ...seen: readonly string[]): LearnerState => ({
  ...emptyState,
  seen: new Set(seen),
  watched: new Map(Object.entries(watched)),
});
const again = (given: LearnerState, next = course) => decodeState(encodeState(given, course), next).state;

test('a film that stands on two pages is watched on each', () => {
  const played = withPlayed(course, emptyState, { page: 'tour', film: 'a.mp4', parts: 0b101 });
  expect(played?.sequence).toBe(1);
  expect(playedOn(course, played ?? emptyState, 'tour')).toEqual({ 'a.mp4': 0b101, 'b.mp4': 0 });
  expect(playedOn(course, played ?? emptyState, 'tools')).toEqual({ 'a.mp4': 0 });
  expect(playedOn(course, emptyState, 'end')).toEqual({});
  expect(playedOn(course, emptyState, 'nowhere')).toEqual({});
});

test('parts are added to those that are known, also the last one, and what is known is nothing new', () => {
  const known = state({ 'tour a.mp4': 0b11 });
  const add = (parts: number, film = 'a.mp4', page = 'tour') => withPlayed(course, known, { page, film, parts });
  expect(add(2 ** 31)?.watched).toEqual(new Map([['tour a.mp4', 2 ** 31 + 0b11]]));
  expect(add(wholeFilm)?.watched).toEqual(new Map([['tour a.mp4', wholeFilm]]));
  expect(add(1, 'b.mp4')?.watched?.size).toBe(2);
  expect([add(0), add(0b10), add(1, 'gone.mp4'), add(1, 'b.mp4', 'tools'), add(1, 'a.mp4', 'end')]).toEqual(
    Array(5).fill(null),
  );
});

test('of a page that is read all is played, and nothing of it is kept', () => {
  const read = state({ 'tour a.mp4': 7, 'tools a.mp4': 9 }, 'tour');
  expect(openFilms(course, read)).toEqual(['tools a.mp4']);
  expect(playedOn(course, read, 'tour')).toEqual({ 'a.mp4': wholeFilm, 'b.mp4': wholeFilm });
  expect(withPlayed(course, read, { page: 'tour', film: 'b.mp4', parts: 1 })).toBeNull();
  expect(again(read).watched).toEqual(new Map([['tools a.mp4', 9]]));
});

test('films of which nothing was played take no room', () => {
  const none = encodeState({ ...emptyState, seen: new Set(['end']) }, course);
  expect(encodeState(state({ 'tour a.mp4': 0 }, 'end'), course)).toBe(none);
  expect(again(state({ 'tour a.mp4': 0 }))).not.toHaveProperty('watched');
  expect(none.length).toBeLessThan(encodeState(state({ 'tour a.mp4': 1 }, 'end'), course).length);
});

test('a film that a new version of the course has no more is dropped; another one begins anew', () => {
  const given = state({ 'tour a.mp4': 5, 'tour b.mp4': 6, 'tools a.mp4': 7 });
  expect(again(given)).toEqual(given);
  expect(again(given, withFilms({ tour: ['c.mp4', 'b.mp4'] })).watched).toEqual(new Map([['tour b.mp4', 6]]));
  expect(decodeState(encodeState(given, course), plain)).toEqual({ state: emptyState, problem: null });
});

test('a build that knows nothing of films reads the rest', () => {
  const given = { ...state({ 'tour a.mp4': 5, 'tools a.mp4': wholeFilm }, 'end'), sequence: 9, registration: 77 };
  const wire = codeStateTwo(createDecoder(encodeState(given, course).slice(5)), null);
  expect(wire).toMatchObject({ sequence: 9, registration: 77, seen: [expect.any(Number)] });
});

test('every film played in part is the dearest, and stays within the bound', () => {
  const names = Array.from({ length: 300 }, (_, number) => `media/film-${number}.mp4`);
  const many = withFilms({ tour: names });
  const all = state(Object.fromEntries(names.map((name) => [filmId('tour', name), wholeFilm])));
  const text = encodeState(all, many);
  expect(decodeState(text, many)).toEqual({ state: all, problem: null });
  expect(text.length).toBeLessThanOrEqual(worstCaseLength(many));
  expect(text.length).toBeGreaterThan(0.95 * worstCaseLength(many));
  expect(worstCaseLength(many)).toBeLessThan(4096);
});

test('a film is kept under the number it always had', () => {
  expect(filmKey(filmId('tour', 'media/steam.mp4'))).toBe(420_274);
});
