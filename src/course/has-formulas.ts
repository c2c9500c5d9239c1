import type { RootContent } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import type { Course } from './course.ts';
import { quizzesOf } from './parse-course.ts';
import { markdownOf } from './questions/index.ts';

/** Whether anything in the course is a formula. Sources without a dollar sign are not even looked at. */
export function hasFormulas(course: Course): boolean {
  const inside = (nodes: readonly RootContent[]): boolean => {
    let found = false;
    visit({ type: 'root', children: [...nodes] }, (node) => {
      if (node.type !== 'math' && node.type !== 'inlineMath') return undefined;
      found = true;
      return EXIT;
    });
    return found;
  };
  const mayHave = ({ file }: { file: { value?: unknown } }): boolean => String(file.value).includes('$');
  return (
    course.pages.some((page) => page.kind === 'lesson' && mayHave(page) && inside(page.body.children)) ||
    quizzesOf(course.pages).some(
      (quiz) =>
        mayHave(quiz) && (inside(quiz.description) || quiz.questions.some((question) => inside(markdownOf(question)))),
    )
  );
}
