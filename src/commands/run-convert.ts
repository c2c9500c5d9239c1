import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import { loadCourseConfig } from '../config/course-config.ts';
import { convertQuiz } from '../course/convert-quiz.ts';
import type { Quiz } from '../course/course.ts';
import { type CourseWords, courseWords } from '../course/course-words.ts';
import { takeQuizzes } from '../course/parse-inline-quiz.ts';
import { parseQuizFile } from '../course/parse-quiz-file.ts';
import { readText } from '../course/read-project.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { countMessages, formatMessages } from '../diagnostics/format-messages.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { packageRoot } from '../package-root.ts';
import { loadWords } from '../pages/load-templates.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';

export interface ConvertOptions {
  readonly file: string;
  readonly out?: string;
  readonly quiz?: string;
  readonly force: boolean;
}

/** Writes a quiz in its other form, to stdout or into a new file. The file it comes from is not touched. */
export async function runConvert(options: ConvertOptions, terminal: Terminal): Promise<ExitCode> {
  const isYaml = /\.quiz\.ya?ml$/.test(options.file);
  if (!isYaml && !options.file.endsWith('.md'))
    return wrong(terminal, `\`${options.file}\` is neither a quiz file (\`*.quiz.yml\`) nor a lesson (\`*.md\`).`);
  const absolute = path.resolve(terminal.cwd, options.file);
  const file = await readText(path.dirname(absolute), path.basename(absolute), () => options.file);
  if (countMessages([file]).errors > 0) return refused([file], terminal);

  const words = await wordsFor(path.dirname(absolute));
  const quizzes = isYaml
    ? [parseQuizFile(file)]
    : takeQuizzes(parseMarkdown(file), file, words.quizTitle, words).quizzes;
  if (countMessages([file]).errors > 0) return refused([file], terminal);
  const quiz = chosen(quizzes, options);
  if (typeof quiz === 'string') return wrong(terminal, quiz);

  const text = convertQuiz(quiz, isYaml ? 'markdown' : 'yaml', words);
  if (text === null) return refused([file], terminal);
  const comments = isYaml ? [...String(file.value).matchAll(/^\s*#/gm)].length : 0;
  if (comments > 0)
    terminal.talk(
      `${comments === 1 ? 'A comment' : `${comments} comments`} of ${options.file} ${comments === 1 ? 'is' : 'are'} not carried over.\n`,
    );
  if (options.out === undefined) {
    terminal.out(text);
    return exitCodes.fine;
  }
  return save(text, { ...options, out: options.out }, quiz, terminal);
}

async function save(
  text: string,
  { file, out, force }: ConvertOptions & { readonly out: string },
  quiz: Quiz,
  terminal: Terminal,
): Promise<ExitCode> {
  const destination = path.resolve(terminal.cwd, out);
  if (existsSync(destination) && !force)
    return wrong(terminal, `${out} is there already. Name another file, or write over it with \`--force\`.`);
  try {
    await writeFile(destination, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    terminal.talk(`${out} could not be written: ${systemReason(error)}\n`);
    return exitCodes.contentErrors;
  }
  terminal.out(`${out}\n`);
  terminal.talk(`Now remove the quiz \`${quiz.id}\` from ${file}: a course may have it only once.\n`);
  return exitCodes.fine;
}

/** The quiz to convert, or what to say. */
function chosen(quizzes: readonly Quiz[], { file, quiz: id }: ConvertOptions): Quiz | string {
  const ids = quizzes.map((quiz) => quiz.id);
  const [first, second] = quizzes;
  if (first === undefined) return `${file} has no quiz.`;
  if (id === undefined)
    return second === undefined
      ? first
      : `${file} has ${ids.length} quizzes. Name one: --quiz ${ids.join(', --quiz ')}`;
  const found = quizzes.find((quiz) => quiz.id === id);
  const meant = didYouMean(id, ids);
  return (
    found ??
    `${file} has no quiz \`${id}\`. ${meant === null ? `Its quizzes: ${ids.join(', ')}` : `Did you mean \`${meant}\`?`}`
  );
}

/** Words of the course the file lies in; English ones if there is none, or it cannot be read. */
async function wordsFor(folder: string): Promise<CourseWords> {
  let place = folder;
  while (!existsSync(path.join(place, 'course.yml')) && place !== path.dirname(place)) place = path.dirname(place);
  const config = existsSync(path.join(place, 'course.yml'))
    ? await readText(place, 'course.yml', (name) => name)
    : new VFile('');
  const language = countMessages([config]).errors > 0 ? null : (loadCourseConfig(config)?.config.language ?? null);
  return courseWords(loadWords(path.join(packageRoot(), 'templates'), language ?? 'en').words);
}

function refused(files: readonly VFile[], terminal: Terminal): ExitCode {
  terminal.talk(`${formatMessages(files, terminal.color)}\n`);
  return exitCodes.contentErrors;
}

function wrong(terminal: Terminal, text: string): ExitCode {
  terminal.talk(`${text}\n`);
  return exitCodes.wrongUsage;
}
