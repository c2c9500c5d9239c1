import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FilmMessage, FilmsMessage } from './film-messages.ts';
import { frameApp, frameEnvelope } from './frame-messages.ts';
import { parseFilm, parseFilms } from './parse-film-message.ts';
import { parsePageMessage, parsePlayerMessage } from './parse-frame-message.ts';

const film: FilmMessage = { kind: 'film', page: 'tour', film: 'media/a.mp4', parts: 2 ** 32 - 1, isDone: false };
const films: FilmsMessage = { kind: 'films', page: 'tour', films: { 'media/a.mp4': 0, 'media/b.mp4': 2 ** 31 } };

test('what page and player say of films is understood by the other side alone', () => {
  expect(parseFilm(structuredClone(frameEnvelope(film)))).toMatchObject(film);
  expect(parseFilms(structuredClone(frameEnvelope(films)))).toMatchObject(films);
  expect(parseFilms(frameEnvelope({ kind: 'films', page: 'tour', films: {} }))).not.toBeNull();
  expect([parseFilm(frameEnvelope(films)), parseFilms(frameEnvelope(film))]).toEqual([null, null]);
  for (const message of [film, films]) {
    expect(parsePageMessage(frameEnvelope(message))).toBeNull();
    expect(parsePlayerMessage(frameEnvelope(message))).toBeNull();
    expect(parseFilm(message) ?? parseFilms(message)).toBeNull();
  }
});

test.each(Object.keys(frameEnvelope(film)))(
  'word of a film is refused without %s, or with another type of it',
  (key) => {
    const { [key]: _gone, ...rest } = { ...frameEnvelope(film) } as Record<string, unknown>;
    expect(parseFilm(rest)).toBeNull();
    for (const wrong of [null, {}, [], 'x'.repeat(10_001), Number.NaN])
      expect(parseFilm({ ...rest, [key]: wrong }), String(wrong)).toBeNull();
  },
);

test.each([-1, 0.5, 2 ** 32, Number.POSITIVE_INFINITY, '1', null])('%s are no parts of a film', (parts) => {
  expect(parseFilm({ ...frameEnvelope(film), parts })).toBeNull();
  expect(parseFilms({ ...frameEnvelope(films), films: { 'media/a.mp4': parts } })).toBeNull();
});

test('anything at all is read without a throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), fc.constantFrom('film', 'films'), (value, kind) => {
      expect(parseFilm(value)).toBeNull();
      expect(parseFilms(value)).toBeNull();
      const marked = typeof value === 'object' && value !== null ? { ...value, app: frameApp, kind } : value;
      parseFilm(marked);
      parseFilms(marked);
    }),
  );
});
