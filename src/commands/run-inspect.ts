import path from 'node:path';
import pc from 'picocolors';
import type { CourseData, QuizData } from '../contract/course-data.ts';
import type { QuestionData } from '../contract/question-data.ts';
import { worstCaseLength } from '../contract/worst-case.ts';
import { type OpenedPackage, openPackage } from '../package/open-package.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';

/** Prints what a package holds. The zip is only read; nothing of it is run or written. */
export async function runInspect(zip: string, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const opened = await openPackage(path.resolve(terminal.cwd, zip));
  if (typeof opened === 'string') {
    terminal.talk(`${zip} cannot be inspected: ${opened}.\n`);
    return exitCodes.contentErrors;
  }
  terminal.out(json ? `${JSON.stringify(asData(zip, opened), null, 2)}\n` : `${asText(zip, opened, terminal.color)}\n`);
  return exitCodes.fine;
}

function asData(zip: string, { bytes, files, manifest, data }: OpenedPackage): object {
  return {
    package: zip,
    bytes,
    scorm: manifest?.version ?? null,
    course: data === null ? null : courseAsData(data),
    files: files.map((file) => ({ path: file.path, bytes: file.bytes, packed: file.packed })),
  };
}

function courseAsData(data: CourseData): object {
  return {
    id: data.id,
    title: data.title,
    version: data.version,
    language: data.language,
    build: data.build,
    rules: data.rules,
    state: { worst: worstCaseLength(data), limit: data.stateLimit },
    pages: data.pages.map((page) => ({ id: page.id, kind: page.kind, title: page.title, href: page.href })),
    quizzes: data.quizzes.map((quiz) => ({
      id: quiz.id,
      page: quiz.page,
      pass: quiz.pass,
      attempts: quiz.attempts,
      weight: quiz.weight,
      questions: quiz.questions.map((question) => ({
        id: question.id,
        type: question.type,
        points: question.points,
        ...optionIds(question),
      })),
    })),
  };
}

/** The ids of what a question offers, in the author's order: `choices`, `items`, `answers` and the like. */
function optionIds(question: QuestionData): Readonly<Record<string, readonly string[]>> {
  const lists = Object.entries(question).flatMap(([key, value]): [string, string[]][] => {
    if (!Array.isArray(value)) return [];
    const ids = value.flatMap((each: unknown) =>
      typeof each === 'object' && each !== null && 'id' in each && typeof each.id === 'string' ? [each.id] : [],
    );
    return ids.length === 0 ? [] : [[key, ids]];
  });
  return Object.fromEntries(lists);
}

function asText(zip: string, { bytes, files, manifest, data }: OpenedPackage, color: boolean): string {
  const { bold, dim } = pc.createColors(color);
  const unpacked = files.reduce((sum, file) => sum + file.bytes, 0);
  const standard =
    manifest === null ? 'no imsmanifest.xml: no SCORM package' : `SCORM ${printable(manifest.version) || '?'}`;
  const rows = table(
    files.map((file) => [size(file.bytes), size(file.packed), printable(file.path)]),
    2,
  );
  return [
    bold(printable(data?.title ?? manifest?.title ?? '') || zip),
    `  ${zip}: ${standard}, ${size(bytes)}, ${count(files.length, 'file')}, ${size(unpacked)} unpacked`,
    ...(data === null ? ['  Not made by build-scorm: only its files can be shown.'] : courseLines(data, { bold, dim })),
    '',
    bold('Files') + dim('   size, in the zip'),
    ...rows.map((row) => `  ${row}`),
  ].join('\n');
}

function courseLines(
  data: CourseData,
  { bold, dim }: Pick<ReturnType<typeof pc.createColors>, 'bold' | 'dim'>,
): readonly string[] {
  const { rules } = data;
  const state = worstCaseLength(data);
  const pages = data.pages.flatMap((page, index) => [
    `  ${String(index + 1).padStart(2)}. ${printable(page.title)} ${dim(`(${page.kind} ${page.id})`)}`,
    ...data.quizzes.filter((quiz) => quiz.page === page.id).flatMap((quiz) => quizLines(quiz, dim)),
  ]);
  return [
    `  course ${data.id}, version ${printable(data.version)}, language ${printable(data.language)}, build ${printable(data.build)}`,
    `  saved state: at most ${state} of ${data.stateLimit} characters (${Math.round((100 * state) / data.stateLimit)} %)`,
    `  reports ${rules.report}; complete with ${rules.completion === 'both' ? 'lessons and quizzes' : rules.completion}; passed with ${rules.pass === null ? 'no mark' : `${rules.pass} %`}${rules.mustPass.length === 0 ? '' : ` and ${rules.mustPass.join(', ')}`}`,
    '',
    bold('Pages'),
    ...pages,
  ];
}

function quizLines(quiz: QuizData, dim: (text: string) => string): readonly string[] {
  const facts = [
    count(quiz.questions.length, 'question'),
    quiz.pass === null ? 'no pass mark' : `${quiz.pass} % to pass`,
    quiz.attempts === 0 ? 'any number of attempts' : count(quiz.attempts, 'attempt'),
    quiz.weight === 0 ? 'practice' : `weight ${quiz.weight}`,
  ];
  const rows = table(
    quiz.questions.map((question) => [question.id, question.type, count(question.points, 'point')]),
    0,
  );
  return [`      quiz ${quiz.id}: ${facts.join(', ')}`, ...rows.map((row) => dim(`        ${row}`))];
}

/** Columns of equal width, two spaces between them; the first ones aligned to the right. */
function table(rows: readonly (readonly string[])[], right: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < right ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** A stranger's text must not move the cursor or hide anything. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '');

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

const size = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 999_500
      ? `${Math.ceil(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
