import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../src/diagnostics/rule.ts';
import { root } from './read-docs.ts';

type Rules = Readonly<Record<string, Rule>>;

/** Titles of the files under `src/diagnostics/rules`, in the order of the page; others follow under their own name. */
const titles: Readonly<Record<string, string>> = {
  file: 'Files and folders',
  course: 'The course and its outline',
  languages: 'Languages',
  content: 'Lessons',
  accessibility: 'Accessibility',
  glossary: 'The glossary',
  quiz: 'Quizzes',
  'rules-of-quizzes': 'Rules of quizzes',
  target: 'Packages',
  release: 'New versions',
  convert: 'Converting quizzes',
};

async function readGroups(): Promise<readonly (readonly [title: string, rules: Rules])[]> {
  const folder = path.join(root, 'src/diagnostics/rules');
  const order = Object.keys(titles);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Promise.all(
    names.map(async (name): Promise<[string, Rules]> => {
      const module = (await import(path.join(folder, `${name}.ts`))) as Readonly<Record<string, Rules>>;
      const title = titles[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
      return [title, Object.assign({}, ...Object.values(module)) as Rules];
    }),
  );
}

/** `docs/rules.md`, and the ids of all rules on it. */
export async function rulesPage(): Promise<{ text: string; ids: readonly string[] }> {
  const groups = await readGroups();
  const parts = [
    '# Rules',
    'Every check of build-scorm, by the name that stands at the end of a message. An error keeps the package from being\nwritten; a warning does so with `--strict`. `build-scorm explain` shows the same texts in the terminal.',
    'This page is made from the rules themselves: `npx vitest run tests/docs -u` writes it anew.',
    groups.map(([title, rules]) => `- ${title}: ${idLinks(rules)}`).join('\n'),
    ...groups.flatMap(([title, rules]) => [
      `## ${title}`,
      ...Object.entries(rules).flatMap(([id, rule]) => ruleParts(id, rule)),
    ]),
  ];
  return { text: `${parts.join('\n\n')}\n`, ids: groups.flatMap(([, rules]) => Object.keys(rules)) };
}

const idLinks = (rules: Rules): string =>
  Object.keys(rules)
    .map((id) => `[${id}](#${id})`)
    .join(', ');

function ruleParts(id: string, { severity, summary, explain }: Rule): string[] {
  return [`### ${id}`, `${severity === 'error' ? 'Error' : 'Warning'}. ${literal(summary)}.`, literal(explain)];
}

/** The texts are plain: what markdown would take for markup stands as it is. */
function literal(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\[\]<>*_!#|~`]/g, '\\$&')))
    .join('');
}
