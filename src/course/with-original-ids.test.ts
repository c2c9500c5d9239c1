import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { Course, Question } from './course.ts';
import { withOriginalIds } from './with-original-ids.ts';

const common = { id: 'leaf', points: 1, prompt: [], explanation: [], file: new VFile() };
const item = (id: string) => ({ id, text: [] });
const courseWith = (question: Question): Course =>
  ({ pages: [{ kind: 'quiz', quiz: { id: 'exam', questions: [question] } }] }) as unknown as Course;
function renamed(translated: Question, original: Question): Question | undefined {
  const [page] = withOriginalIds(courseWith(translated), courseWith(original)).pages;
  return page?.kind === 'quiz' ? page.quiz.questions[0] : undefined;
}

const ordering = (...ids: readonly string[]): Question => ({
  ...common,
  type: 'ordering',
  items: ids.map(item),
  credit: 'all-or-nothing',
});

test('what has no id of its own gets that of its original, by place', () => {
  expect(renamed(ordering('blatt', 'wasser'), ordering('leaf', 'water'))).toEqual(ordering('leaf', 'water'));
});
test('what has one may stand elsewhere', () => {
  expect(renamed(ordering('water', 'leaf'), ordering('leaf', 'water'))).toEqual(ordering('water', 'leaf'));
});
test('another number of options stays as it is', () => {
  expect(renamed(ordering('blatt'), ordering('leaf', 'water'))).toEqual(ordering('blatt'));
});
test('a matching item keeps its answer', () => {
  const matching = (items: readonly (readonly [string, string])[], answers: readonly string[]): Question => ({
    ...common,
    type: 'matching',
    items: items.map(([id, answer]) => ({ ...item(id), answer, feedback: [] })),
    answers: answers.map(item),
    credit: 'per-pair',
  });
  const german = matching(
    [
      ['grün', 'kurz'],
      ['schwarz', 'lang'],
    ],
    ['kurz', 'lang'],
  );
  const english = matching(
    [
      ['green', 'short'],
      ['black', 'long'],
    ],
    ['short', 'long'],
  );
  expect(renamed(german, english)).toEqual(english);
});
