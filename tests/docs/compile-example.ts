import { VFile } from 'vfile';
import type { Toolbox } from '../../src/compile.ts';
import { compileEditions } from '../../src/compile-editions.ts';
import type { MediaFile, Project } from '../../src/course/project.ts';
import { messagesAsData } from '../../src/diagnostics/format-messages.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';

const anyCourse = 'id: example\ntitle: Example\nlanguage: en\n';
const anyLesson = '---\ntitle: Example\n---\n\n## Before the first shot\n\n## Hardness\n\nText.\n';

/**
 * Compiles the files of an example, filled up to a course: with a `course.yml`, with the pages that it lists, with the
 * lessons and media that its texts refer to.
 *
 * @param given texts by path in the course folder
 * @returns the messages, one a line; empty if there are none
 */
export async function compileExample(given: ReadonlyMap<string, string>, toolbox: Toolbox): Promise<readonly string[]> {
  const texts = new Map(given);
  const all = [...given.values()].join('\n');
  const config =
    texts.get('course.yml') ?? (texts.has('course.de.yml') ? `${anyCourse}languages: [en, de]\n` : anyCourse);
  texts.delete('course.yml');
  for (const [name] of all.matchAll(/\b[\w.-]+\.md\b/g)) if (!texts.has(name)) texts.set(name, anyLesson);
  for (const [name] of config.matchAll(/\b[\w-]+\.quiz\.yml\b/g))
    if (!texts.has(name)) texts.set(name, anyQuiz(config));
  if (![...texts.keys()].some((name) => /\.md$|\.quiz\.yml$/.test(name))) texts.set('01-example.md', anyLesson);

  const file = (source: string, value: string): VFile => new VFile({ path: source, value, data: { source } });
  const files = (end: string): VFile[] =>
    [...texts].filter(([name]) => name.endsWith(end)).map(([name, text]) => file(name, text));
  const project: Project = {
    root: '/example',
    folder: 'example',
    config: file('course.yml', config),
    lessons: files('.md'),
    quizzes: files('.quiz.yml'),
    translations: files('.yml').filter(({ path }) => /^course\.[\w-]+\.yml$/.test(path)),
    ...(texts.has('glossary.yml') ? { glossary: file('glossary.yml', texts.get('glossary.yml') ?? '') } : {}),
    styleSheets: files('.css'),
    media: new Map(
      [...all.matchAll(/\b(?:media|fonts)\/[\w.-]+|\b[\w-]+\.css\b/g)].map(([name]) => [name, anyMedia(name)]),
    ),
    others: [],
  };
  const editions = await compileEditions(project, scorm12, toolbox);
  const messages = editions.flatMap(({ sources }) => messagesAsData(sources)).map((message) => JSON.stringify(message));
  if (messages.length === 0 && editions.some(({ output }) => output === null))
    throw new Error('No message, and yet no output.');
  return messages;
}

/** A quiz by the first id that the course wants passed. */
function anyQuiz(config: string): string {
  const id = /quizzes: \[([\w-]+)/.exec(config)?.[1] ?? 'example';
  return `title: Example\nid: ${id}\nquestions:\n  - id: one\n    type: true-false\n    prompt: Is it?\n    answer: true\n`;
}

function anyMedia(name: string): MediaFile {
  const svg = name.endsWith('.svg') ? { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>' } : {};
  if (name.endsWith('.vtt'))
    return {
      path: name,
      absolute: `/example/${name}`,
      bytes: 8,
      packaged: name,
      vtt: 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    };
  const size = /\.(?:png|jpe?g|webp)$/.test(name) ? { width: 640, height: 360 } : {};
  const font = name.endsWith('.woff2') ? { font: 'static' as const } : {};
  return { path: name, absolute: `/example/${name}`, bytes: 8, packaged: name, ...size, ...svg, ...font };
}
