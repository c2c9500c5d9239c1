import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Course } from './course.ts';
import { quizzesOf } from './parse-course.ts';
import type { Project } from './project.ts';
import { markdownOf } from './questions/index.ts';

/** Texts of the course's diagrams, exactly as rendering will meet them. */
export function findDiagrams(course: Course): readonly string[] {
  const texts = new Set<string>();
  const look = (nodes: readonly RootContent[]): void => {
    visit({ type: 'root', children: [...nodes] }, 'code', (node) => {
      if (node.lang?.toLowerCase() === 'mermaid') texts.add(node.value);
    });
  };
  for (const page of course.pages) if (page.kind === 'lesson') look(page.body.children);
  for (const quiz of quizzesOf(course.pages)) {
    look(quiz.description);
    for (const question of quiz.questions) look(markdownOf(question));
  }
  return [...texts];
}

/**
 * Most diagrams of a project, seen by their fences before anything is parsed, so that drawing can begin at once. One
 * that is missed here, such as in a list, is found by `findDiagrams`.
 */
export function guessDiagrams(project: Project): readonly string[] {
  return project.lessons.flatMap((file) =>
    [...String(file.value).matchAll(/^```mermaid\b[^\n]*\n([\s\S]*?)\n```$/gm)].map((found) => found[1] ?? ''),
  );
}
