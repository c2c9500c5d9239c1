import { describe, expect, test } from 'vitest';
import { readCaptions } from './captions.ts';

const cue = '00:01.000 --> 00:02.500\nHello\n';

describe('readCaptions', () => {
  test('reads times, text and who speaks', () => {
    expect(
      readCaptions(
        `WEBVTT - A title\n\nNOTE by hand\n\n1\n${'01:00:01.000 --> 01:00:02.500\nHello\n'}\n01:00:03.000 --> 01:00:04.000 line:0\n<v.loud Ada>Fish &amp; <i>chips</i>\nfor two</v>`,
      ),
    ).toEqual({
      cues: [
        { start: 3601, end: 3602.5, text: 'Hello', speaker: null },
        { start: 3603, end: 3604, text: 'Fish & chips for two', speaker: 'Ada' },
      ],
    });
  });

  test('takes a byte order mark and line ends of Windows', () => {
    expect(readCaptions(`\ufeffWEBVTT\r\n\r\n${cue.replaceAll('\n', '\r\n')}`)).toMatchObject({
      cues: [{ text: 'Hello' }],
    });
  });

  test.each([
    ['', 'the first line is not `WEBVTT`', 1],
    [`WEBVTTX\n\n${cue}`, 'the first line is not `WEBVTT`', 1],
    ['WEBVTT\n\nNOTE only this', 'it holds no caption', 1],
    ['WEBVTT\n\nHello', 'a caption has no line of times', 3],
    ['WEBVTT\n\n00:01 --> 00:02\nHello', 'the times are not written like `00:01.000 --> 00:04.000`', 3],
    [
      'WEBVTT\n\n1\n00:01,000 --> 00:02,000\nHello',
      'the times are not written like `00:01.000 --> 00:04.000`; the sign before the milliseconds is a point',
      4,
    ],
    ['WEBVTT\n\n00:02.000 --> 00:02.000\nHello', 'a caption ends before it begins', 3],
    [`WEBVTT\n\n${cue}\n00:00.500 --> 00:02.000\nHello`, 'a caption begins before the one above it', 6],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada></v>', 'a caption has no text', 3],
  ])('says what is wrong and where: %j', (text, problem, line) => {
    expect(readCaptions(text)).toEqual({ problem, line });
  });
});
