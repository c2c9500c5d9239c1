import { expect, test } from 'vitest';
import { readStart } from './scorm12-start.ts';

const startWith = (values: Readonly<Record<string, string>>) =>
  readStart({
    get: (element) => ({ value: values[element] ?? '', error: 0 }),
    set: () => ({ taken: true, error: 0 }),
    call: () => 'yes',
  });

test('a name is as long as the standard lets it be, however much the LMS says', () => {
  expect(startWith({ 'cmi.core.student_name': 'Æ'.repeat(10_001) })?.learner.name).toBe('Æ'.repeat(255));
  expect(startWith({ 'cmi.core.student_name': 'Doe, Jane' })?.learner.name).toBe('Doe, Jane');
});
