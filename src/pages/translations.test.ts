import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLearnerWord, wordOf } from '../course/course-words.ts';
import { packageRoot } from '../package-root.ts';
import { languagesIn, readWords } from './load-templates.ts';

const folder = path.join(packageRoot(), 'templates');
const english = readWords(folder, 'en');
const gapsIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const tagsIn = (text: string): readonly string[] => (text.match(/<\/?\w+>/g) ?? []).sort();
/** All there is of a word: its text, or its forms by plural category. */
function formsOf(words: Readonly<Record<string, string>>): Map<string, Map<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(words)) {
    const name = wordOf(key);
    forms.set(name, (forms.get(name) ?? new Map()).set(key.slice(name.length + 1), text));
  }
  return forms;
}

describe.each(languagesIn(folder))('%s', (language) => {
  const words = readWords(folder, language);
  const forms = formsOf(words);
  const reference = formsOf(english);

  test('has every word, no other, in the same order', () => {
    expect([...forms.keys()]).toEqual([...reference.keys()]);
  });

  test('has the same comments above the same words', () => {
    // What stands at the top is about the file.
    const noted = (name: string): readonly string[] => {
      const text = readFileSync(path.join(folder, 'strings', `${name}.yml`), 'utf8');
      const lines = text.slice(text.indexOf('\npage:')).split('\n');
      return lines.flatMap((line, index) => (/^\s*#/.test(line) ? [`${line} ${lines[index + 1]?.split(':')[0]}`] : []));
    };
    expect(noted(language)).toEqual(noted('en'));
  });

  test('fills the same gaps in every word, and keeps its tags', () => {
    for (const [name, own] of forms) {
      const model = reference.get(name)?.get('other') ?? reference.get(name)?.get('') ?? '';
      for (const [form, text] of own) {
        expect(tagsIn(text), `${name} ${form}`).toEqual(tagsIn(model));
        // "One attempt" needs no number; the form for all numbers does.
        if (form === '' || form === 'other') expect(gapsIn(text), name).toEqual(gapsIn(model));
        else expect(gapsIn(model), `${name}.${form}`).toEqual(expect.arrayContaining([...gapsIn(text)]));
      }
    }
  });

  test('has all forms of its plural, where it has any', () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    for (const [name, own] of forms) {
      if (!own.has('')) expect([...own.keys()].sort(), name).toEqual(categories);
      else expect([...own.keys()], name).toEqual(['']);
    }
  });

  test('says "1" only of what is one', () => {
    // Where a form stands for more numbers than one (21 in Russian), it must show which.
    const rules = new Intl.PluralRules(language);
    const numbers = Array.from({ length: 200 }, (_, number) => number);
    const alone = new Set(
      rules
        .resolvedOptions()
        .pluralCategories.filter((form) => numbers.filter((n) => rules.select(n) === form).length < 2),
    );
    for (const [name, own] of forms)
      for (const [form, text] of own)
        if (form !== '' && !alone.has(form as Intl.LDMLPluralRule))
          expect(gapsIn(text).length, `${name}.${form}`).toBeGreaterThan(0);
  });
});

test.each(languagesIn(folder).filter((language) => language !== 'en'))('%s is translated', (language) => {
  const same = Object.entries(readWords(folder, language)).filter(
    ([key, text]) => isLearnerWord(key) && text === english[key] && /[a-z]{3}/.test(text.replace(/\{\w+\}/g, '')),
  );
  // Names and a few words that two languages share.
  expect(same.length).toBeLessThan(12);
});
