import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { toMarkdown } from '../markdown/to-markdown.ts';
import type { Question, Quiz } from './course.ts';
import { opensText } from './page-opens.ts';
import { formFor } from './questions/index.ts';
import { settingsOf } from './quiz-settings.ts';

/** A quiz as the text of a `*.quiz.yml`. What has its default is left out. */
export function quizToYaml(quiz: Quiz): string {
  const value = {
    title: quiz.title,
    id: quiz.id,
    description: markdownText(quiz.description),
    ...(quiz.opens === undefined ? {} : { opens: opensText(quiz.opens) }),
    ...settingsOf(quiz),
    questions: quiz.questions.map(questionKeys),
  };
  const text = stringify(value, { lineWidth: 100, blockQuote: 'literal', version: '1.2' });
  // A blank line between questions: they are what one looks for in the file.
  return text.replace(/\n(?= {2}- id: )/g, '\n\n').replace('questions:\n\n', 'questions:\n');
}

function questionKeys(question: Question): Readonly<Record<string, unknown>> {
  return {
    id: question.id,
    type: question.type,
    prompt: markdownText(question.prompt),
    ...(question.points === 1 || question.points === 0 ? {} : { points: question.points }),
    ...formFor(question).toYaml(question, markdownText),
    explanation: markdownText(question.explanation),
    hint: markdownText(question.hint ?? []),
    ...(question.tags === undefined ? {} : { tags: question.tags }),
  };
}

/** Keys that hold undefined are left out of the file. */
const markdownText = (nodes: readonly RootContent[]): string | undefined =>
  nodes.length === 0 ? undefined : toMarkdown(nodes).replace(/\n+$/, '');
