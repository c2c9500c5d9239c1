import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Wanted } from '../markdown/ahead/prepare-ahead.ts';
import { codeLanguage } from '../markdown/code-languages.ts';
import type { Code } from '../markdown/colour-code.ts';
import type { Course } from './course.ts';
import { quizzesOf } from './parse-course.ts';
import type { Project } from './project.ts';
import { markdownOf } from './questions/index.ts';

/** Texts of the course's diagrams, exactly as rendering will meet them, and of its code. */
export function findAhead(course: Course): Wanted {
  const fences: Fence[] = [];
  const look = (nodes: readonly RootContent[]): void => {
    visit({ type: 'root', children: [...nodes] }, 'code', (node) => {
      fences.push({ language: node.lang ?? '', text: node.value });
    });
  };
  for (const page of course.pages) if (page.kind === 'lesson') look(page.body.children);
  for (const quiz of quizzesOf(course.pages)) {
    look(quiz.description);
    for (const question of quiz.questions) look(markdownOf(question));
  }
  return wantedOf(fences);
}

/**
 * Most diagrams and code of a project, seen by their fences before anything is parsed, so that work on them can begin at
 * once. One that is missed here, such as in a list, is found by `findAhead`.
 */
export const guessAhead = (project: Project): Wanted =>
  wantedOf(
    project.lessons.flatMap((file) =>
      [...String(file.value).matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)\n```$/gm)].map(
        ([, language = '', text = '']): Fence => ({ language, text }),
      ),
    ),
  );

interface Fence {
  readonly language: string;
  readonly text: string;
}

function wantedOf(fences: readonly Fence[]): Wanted {
  const isDiagram = ({ language }: Fence): boolean => language.toLowerCase() === 'mermaid';
  return {
    diagrams: fences.filter(isDiagram).map(({ text }) => text),
    codes: fences.flatMap((fence): Code[] => {
      const grammar = isDiagram(fence) || fence.language === '' ? null : codeLanguage(fence.language);
      return grammar === null || grammar === 'plain' || fence.text === '' ? [] : [{ grammar, text: `${fence.text}\n` }];
    }),
  };
}
