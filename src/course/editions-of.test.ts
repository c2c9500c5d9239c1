import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { editionsOf } from './editions-of.ts';
import type { Project } from './project.ts';

function project(languages: string, names: readonly string[]): Project {
  const file = (name: string): VFile => new VFile({ path: `content/${name}`, value: name, data: { source: name } });
  const value = `id: tea\ntitle: Tea\nlanguage: en\n${languages}`;
  return {
    root: '/somewhere',
    folder: 'content',
    config: new VFile({ path: 'content/course.yml', value }),
    lessons: names.filter((name) => name.endsWith('.md')).map(file),
    quizzes: names.filter((name) => name.endsWith('.quiz.yml')).map(file),
    translations: names.filter((name) => /^course\..+\.yml$/.test(name)).map(file),
    media: new Map(),
    others: [],
  };
}
/** Language, and of each page the name it goes by and the file it is. */
const shown = (editions: readonly Project[]) =>
  editions.map(({ edition, lessons, quizzes }) => [
    edition?.language,
    ...[...lessons, ...quizzes].map((file) => `${file.data['source']}: ${file.value}`),
  ]);
const messages = (editions: readonly Project[]) =>
  editions.flatMap(({ config, lessons, quizzes, others }) =>
    [config, ...lessons, ...quizzes, ...others].flatMap((file) => file.messages.map(({ ruleId }) => ruleId)),
  );

test('a course in one language is as it was', () => {
  const editions = editionsOf(project('', ['01-tea.md', '01-tea.draft.md', 'exam.quiz.yml']));
  expect(shown(editions)).toEqual([
    ['en', '01-tea.md: 01-tea.md', '01-tea.draft.md: 01-tea.draft.md', 'exam.quiz.yml: exam.quiz.yml'],
  ]);
  expect(messages(editions)).toEqual([]);
});

test('translations go by the names of their originals; what has none is shown as it is', () => {
  const names = ['01-tea.md', '01-tea.de.md', '01-tea.pt-BR.md', '02-cake.md', 'exam.quiz.yml', 'exam.de.quiz.yml'];
  const editions = editionsOf(project('languages: [en, de, pt-BR]', [...names, 'course.de.yml', 'course.pt-BR.yml']));
  expect(shown(editions)).toEqual([
    ['en', '01-tea.md: 01-tea.md', '02-cake.md: 02-cake.md', 'exam.quiz.yml: exam.quiz.yml'],
    ['de', '01-tea.md: 01-tea.de.md', '02-cake.md: 02-cake.md', 'exam.quiz.yml: exam.de.quiz.yml'],
    ['pt-BR', '01-tea.md: 01-tea.pt-BR.md', '02-cake.md: 02-cake.md', 'exam.quiz.yml: exam.quiz.yml'],
  ]);
  expect(messages(editions)).toEqual(['translation-missing', 'translation-missing']);
  expect(editions[1]?.lessons.map(({ data }) => data['language'])).toEqual([undefined, 'en']);
  expect(editions.map(({ edition }) => edition?.config?.value)).toEqual([
    undefined,
    'course.de.yml',
    'course.pt-BR.yml',
  ]);
});

test('the original may carry its language too', () => {
  const names = ['01-tea.en.md', '01-tea.de.md', 'course.de.yml'];
  expect(shown(editionsOf(project('languages: [de]', names)))).toEqual([
    ['en', '01-tea.md: 01-tea.en.md'],
    ['de', '01-tea.md: 01-tea.de.md'],
  ]);
});

test('a translation without original, or to a language that is not listed, is told', () => {
  expect(messages(editionsOf(project('languages: [de]', ['01-tea.md', '02-cake.de.md', 'course.de.yml'])))).toEqual([
    'translation-alone',
    'translation-missing',
  ]);
  expect(messages(editionsOf(project('', ['01-tea.md', '01-tea.de.md', 'course.de.yml'])))).toEqual([
    'translation-unlisted',
    'translation-unlisted',
  ]);
});
