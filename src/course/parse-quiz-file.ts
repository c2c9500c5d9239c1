import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { z } from 'zod';
import { idSchema } from '../config/course-config.ts';
import { parseWithSchema } from '../config/parse-with-schema.ts';
import { readYaml, type YamlSource } from '../config/yaml-source.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdownFragment } from '../markdown/parse-markdown.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import type { Question, Quiz } from './course.ts';
import { proposedId } from './proposed-id.ts';
import { questionForms, questionTypes } from './questions/index.ts';
import { quizRules, quizSettings } from './quiz-settings.ts';

/** A quiz file without its questions, which are checked one by one by their own type's schema. */
const quizFileSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).meta({ description: 'Title of the quiz.', fix: 'Add `title: The name of the quiz`' }),
  id: idSchema.optional(),
  description: z.string().optional().meta({ description: 'Shown before the questions, markdown.' }),
  ...quizSettings,
  questions: z.array(z.unknown()).meta({ description: 'The questions.', fix: 'Add `questions:` with a list of questions' }),
});

const commonQuestion = {
  id: idSchema.optional(),
  type: z.string().meta({ fix: `Add \`type:\` with one of ${questionTypes.map((type) => `\`${type}\``).join(', ')}` }),
  prompt: z.string().meta({ description: 'The question, markdown.', fix: 'Add `prompt: The question?`' }),
  points: z.number().positive().max(1000).default(1).meta({ description: 'Weight in the quiz.' }),
  explanation: z.string().optional().meta({ description: 'Shown after the answer, markdown.' }),
} as const;

/**
 * Reads a `*.quiz.yml`.
 *
 * @returns null if the quiz cannot be used; every reason is a message on `file`
 */
export function parseQuizFile(file: VFile): Quiz | null {
  const source = readYaml(file, String(file.value));
  if (source === null) return null;
  const parsed = parseWithSchema(quizFileSchema, source, file, 'the quiz');
  if (parsed === null) {
    // The questions are checked all the same, so that one run tells everything.
    const questions = (source.value as { questions?: unknown } | null)?.questions;
    if (Array.isArray(questions)) questions.forEach((_, index) => parseQuestion(source, index, file));
    return null;
  }
  let fine = true;
  if (parsed.id === undefined) {
    report(file, 'quiz-id-missing', { reason: 'The quiz has no id', fix: `Add \`id: ${proposedId(parsed.title, 'quiz')}\``, at: source.at([]).start });
    fine = false;
  }
  if (parsed.questions.length === 0) {
    report(file, 'quiz-empty', { reason: 'The quiz has no question', fix: 'Add a question under `questions:`', at: source.keyAt(['questions']) });
    fine = false;
  }
  const questions: Question[] = [];
  for (const index of parsed.questions.keys()) {
    const question = parseQuestion(source, index, file);
    if (question === null) fine = false;
    else questions.push(question);
  }
  if (!fine || parsed.id === undefined) return null;
  return {
    ...quizRules(parsed),
    id: parsed.id,
    title: parsed.title,
    description: markdownAt(source, ['description'], file),
    questions,
    file,
    position: source.at([]),
  };
}

function parseQuestion(source: YamlSource, index: number, file: VFile): Question | null {
  const under = ['questions', index];
  const spec = valueAt(source.value, under);
  const position = source.at(under);
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    report(file, 'invalid-value', { reason: `Question ${index + 1} is not a set of keys`, fix: 'Write `- id: …`, `type: …`, `prompt: …`', at: position });
    return null;
  }
  const type = (spec as Record<string, unknown>)['type'];
  const form = questionForms.find((candidate) => candidate.type === type);
  if (form === undefined && type !== undefined) {
    const meant = didYouMean(String(type), questionTypes);
    report(file, 'invalid-value', {
      reason: `\`${String(type)}\` is not a type of question`,
      fix: meant === null ? `Known types: ${questionTypes.map((known) => `\`${known}\``).join(', ')}` : `Did you mean \`${meant}\`?`,
      at: source.at([...under, 'type']),
    });
    return null;
  }
  // Without a type the keys of all types are known, so that only the missing `type` is reported.
  const own: Record<never, never> = form === undefined ? Object.assign({}, ...questionForms.map((known) => known.schema.partial().shape)) : form.schema.shape;
  const parsed = parseWithSchema(z.strictObject({ ...commonQuestion, ...own }), source, file, 'the question', under);
  if (parsed === null || form === undefined) return null;
  const at = (path: readonly PropertyKey[]): Position => source.at([...under, ...path]);
  const markdown = (path: readonly PropertyKey[]): readonly RootContent[] => markdownAt(source, [...under, ...path], file);
  const prompt = markdown(['prompt']);
  if (parsed.id === undefined) {
    report(file, 'question-id-missing', { reason: 'The question has no id', fix: `Add \`id: ${proposedId(toPlainText(prompt), 'question')}\``, at: { start: position.start, end: position.start } });
  }
  if (prompt.length === 0) {
    report(file, 'question-prompt-empty', { reason: 'The question has no text', fix: 'Write the question after `prompt:`', at: source.keyAt([...under, 'prompt']) });
  }
  const question = form.fromYaml({
    common: { id: parsed.id ?? '', points: parsed.points, prompt, explanation: markdown(['explanation']), file, position: { start: position.start, end: position.start } },
    value: parsed,
    at,
    markdown,
  });
  return parsed.id === undefined || prompt.length === 0 ? null : question;
}

function markdownAt(source: YamlSource, path: readonly PropertyKey[], file: VFile): readonly RootContent[] {
  const value = valueAt(source.value, path);
  if (value === undefined || value === null) return [];
  return parseMarkdownFragment(file, String(value), source.at(path).start);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined), value);
}
