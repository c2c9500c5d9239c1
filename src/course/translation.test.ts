import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type CourseConfig, loadTranslationConfig } from '../config/course-config.ts';
import { translatedObjectives, translatedSections } from './translation.ts';

const config = { modules: [{ title: 'Brewing', pages: ['a.md'] }] } as unknown as CourseConfig;
const sections = [{ title: 'Brewing', pages: ['a'] }];
const objectives = [
  { id: 'leaf', title: 'Choose a leaf', by: { module: 'Brewing' } },
  { id: 'water', title: 'Heat the water', by: { tag: 'water' } },
];
function load(value: string) {
  const file = new VFile({ path: 'course.de.yml', value });
  const translation = loadTranslationConfig(file);
  return { translation, found: () => file.messages.map((message) => `${message.ruleId}:${message.line}`) };
}

test('modules and what names them get their titles together', () => {
  const { translation, found } = load('modules: [Aufguss]\nobjectives: { leaf: Ein Blatt wählen }\n');
  expect(translatedSections(sections, translation, config)).toEqual([{ title: 'Aufguss', pages: ['a'] }]);
  expect(translatedObjectives({ objectives }, translation, config)).toEqual({
    objectives: [
      { id: 'leaf', title: 'Ein Blatt wählen', by: { module: 'Aufguss' } },
      { id: 'water', title: 'Heat the water', by: { tag: 'water' } },
    ],
  });
  expect(found()).toEqual([]);
});

test('what the original does not have is told', () => {
  const { translation, found } = load('modules: [Aufguss, Genuss]\nobjectives: { leave: Ein Blatt wählen }\n');
  translatedSections(sections, translation, config);
  translatedObjectives({ objectives }, translation, config);
  expect(found()).toEqual(['translation-differs:1', 'translation-differs:2']);
});

test('without a translation all is as it was', () => {
  expect(translatedSections(sections, null, config)).toBe(sections);
  expect(translatedObjectives({ objectives }, null, config)).toEqual({ objectives });
});
