import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { parseWithSchema } from '../config/parse-with-schema.ts';
import { proposedId } from '../config/proposed-id.ts';
import { readYaml, type YamlSource } from '../config/yaml-source.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { parseMarkdownFragment } from '../markdown/parse-markdown.ts';
import { toPlainText } from '../markdown/to-plain-text.ts';
import { type Question, type Quiz, unreadId } from './course.ts';
import { parseOpens } from './page-opens.ts';
import { hintAndTags } from './question-hints.ts';
import { questionForms, questionTypes } from './questions/index.ts';
import { commonQuestion, quizFileSchema } from './quiz-schema.ts';
import { defaultSettings, quizRules } from './quiz-settings.ts';

/**
 * Reads a `*.quiz.yml`. What is wrong is a message on `file`; what could be read is in the quiz all the same, so that
 * its links and images are checked in the same run.
 */
export function parseQuizFile(file: VFile): Quiz {
  const name = String(file.data['source'] ?? file.path);
  const nothing: Quiz = {
    ...quizRules(defaultSettings),
    id: unreadId(name),
    title: name,
    description: [],
    questions: [],
    file,
  };
  // A file that is not UTF-8, for example, has said so.
  if (file.messages.some((message) => message.fatal)) return nothing;
  const yaml = readYaml(file, String(file.value));
  if (yaml === null) return nothing;
  const source = withMarkdown(yaml, file);
  const parsed = parseWithSchema(quizFileSchema, yaml, file, 'the quiz');
  const list = parsed?.questions ?? valueAt(yaml.value, ['questions']);
  const unread: RootContent[] = [];
  const questions: Question[] = [];
  for (const index of Array.isArray(list) ? list.keys() : []) {
    const question = parseQuestion(source, index, file);
    if (question === null) unread.push(...source.markdownIn(['questions', index]));
    else questions.push(question);
  }
  const description = [...source.markdown(['description']), ...unread];
  if (parsed === null) return { ...nothing, description, questions };
  if (parsed.id === undefined) {
    report(file, 'quiz-id-missing', {
      reason: 'The quiz has no id',
      fix: `Add \`id: ${proposedId(parsed.title, 'quiz')}\``,
      at: source.at([]).start,
    });
  }
  if (parsed.questions.length === 0) {
    report(file, 'quiz-empty', {
      reason: 'The quiz has no question',
      fix: 'Add a question under `questions:`',
      at: source.keyAt(['questions']),
    });
  }
  return {
    ...quizRules(parsed),
    id: parsed.id ?? nothing.id,
    title: parsed.title,
    description,
    questions,
    ...(parsed.opens === undefined ? {} : { opens: parseOpens(parsed.opens, source.at(['opens'])) }),
    settingAt: (key) => source.keyAt([key]),
    file,
    position: source.at(parsed.id === undefined ? [] : ['id']),
  };
}

interface QuizSource extends YamlSource {
  /** Markdown of the text at a path; empty if there is none. Parsed once, so that its mistakes are told once. */
  readonly markdown: (path: readonly PropertyKey[]) => readonly RootContent[];
  /** Markdown of all texts of a question that could not be used. */
  readonly markdownIn: (path: readonly PropertyKey[]) => readonly RootContent[];
}

function withMarkdown(yaml: YamlSource, file: VFile): QuizSource {
  const parsed = new Map<string, readonly RootContent[]>();
  const markdown: QuizSource['markdown'] = (path) => {
    const key = JSON.stringify(path);
    const text = yaml.text(path);
    const known = parsed.get(key) ?? (text === null ? [] : parseMarkdownFragment(file, text.value, text.place));
    parsed.set(key, known);
    return known;
  };
  const markdownIn: QuizSource['markdownIn'] = (path) => {
    const value = valueAt(yaml.value, path);
    if (typeof value !== 'object' || value === null) return markdownKeys.has(String(path.at(-1))) ? markdown(path) : [];
    return Object.keys(value).flatMap((step) => markdownIn([...path, Array.isArray(value) ? Number(step) : step]));
  };
  return { ...yaml, markdown, markdownIn };
}

const markdownKeys: ReadonlySet<string> = new Set([
  'prompt',
  'explanation',
  'hint',
  'text',
  'feedback',
  'true',
  'false',
  'item',
  'match',
  'label',
]);

function parseQuestion(source: QuizSource, index: number, file: VFile): Question | null {
  const under = ['questions', index];
  const spec = valueAt(source.value, under);
  const position = source.at(under);
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    report(file, 'invalid-value', {
      reason: `Question ${index + 1} is not a set of keys`,
      fix: 'Write `- id: …`, `type: …`, `prompt: …`',
      at: position,
    });
    return null;
  }
  const type = (spec as Record<string, unknown>)['type'];
  const form = questionForms.find((candidate) => candidate.type === type);
  if (form === undefined && type !== undefined) {
    const meant = didYouMean(String(type), questionTypes);
    report(file, 'invalid-value', {
      reason: `\`${String(type)}\` is not a type of question`,
      fix:
        meant === null
          ? `Known types: ${questionTypes.map((known) => `\`${known}\``).join(', ')}`
          : `Did you mean \`${meant}\`?`,
      at: source.at([...under, 'type']),
    });
    return null;
  }
  // Without a type the keys of all types are known, so that only the missing `type` is reported.
  const own: Record<never, never> =
    form === undefined
      ? Object.assign({}, ...questionForms.map((known) => known.schema.partial().shape))
      : form.schema.shape;
  const parsed = parseWithSchema(z.strictObject({ ...commonQuestion, ...own }), source, file, 'the question', under);
  if (parsed === null || form === undefined) return null;
  const at = (path: readonly PropertyKey[]): Position => source.at([...under, ...path]);
  const markdown = (path: readonly PropertyKey[]): readonly RootContent[] => source.markdown([...under, ...path]);
  const prompt = markdown(['prompt']);
  if (parsed.id === undefined) {
    report(file, 'question-id-missing', {
      reason: 'The question has no id',
      fix: `Add \`id: ${proposedId(toPlainText(prompt), 'question')}\``,
      at: { start: position.start, end: position.start },
    });
  }
  if (prompt.length === 0 && !file.messages.some((message) => message.ruleId === 'nesting-too-deep')) {
    report(file, 'question-prompt-empty', {
      reason: 'The question has no text',
      fix: 'Write the question after `prompt:`',
      at: source.keyAt([...under, 'prompt']),
    });
  }
  const question = form.fromYaml({
    common: {
      id: parsed.id ?? '',
      points: parsed.points,
      prompt,
      explanation: markdown(['explanation']),
      ...hintAndTags(markdown(['hint']), parsed.tags),
      file,
      position: { start: position.start, end: position.start },
    },
    value: parsed,
    at,
    markdown,
  });
  return parsed.id === undefined || prompt.length === 0 ? null : question;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
