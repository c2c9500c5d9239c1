import { expect, test } from 'vitest';
import { learnerName } from './learner-name.ts';

test.each([
  ['Doe, Jane', 'en', 'Jane Doe'],
  ['  Doe ,  Jane  Ann ', 'de', 'Jane Ann Doe'],
  ['山田, 太郎', 'ja', '山田 太郎'],
  ['山田, 太郎', 'en', '太郎 山田'],
  ['Jane Doe', 'en', 'Jane Doe'],
  ['Doe, Jane, PhD', 'en', 'Doe, Jane, PhD'],
  ['Doe,', 'en', 'Doe,'],
  ['', 'en', ''],
])('%j in %s is %j', (said, language, name) => {
  expect(learnerName(said, language)).toBe(name);
});
