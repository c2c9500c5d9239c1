import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { VFile } from 'vfile';
import type { Compiled, CompiledOutput, Toolbox } from '../compile.ts';
import { type CompiledEdition, compileEditions } from '../compile-editions.ts';
import { worstCaseLength } from '../contract/worst-case.ts';
import type { Course } from '../course/course.ts';
import { findCourses } from '../course/find-courses.ts';
import { quizzesOf } from '../course/parse-course.ts';
import { readProject } from '../course/read-project.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { countMessages, formatAnnotations, formatMessages, messagesAsData } from '../diagnostics/format-messages.ts';
import { report } from '../diagnostics/report.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { loadToolbox } from '../load-toolbox.ts';
import { lintPackage } from '../package/lint-package.ts';
import { packageDate } from '../package/package-date.ts';
import { PackageError } from '../package/package-error.ts';
import { judgeSize } from '../package/package-size.ts';
import { writePackage } from '../package/write-package.ts';
import { targets } from '../targets/index.ts';
import type { Target } from '../targets/target.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';
import { comparePrevious, readPrevious } from './compare-previous.ts';
import { writeSheet } from './write-sheet.ts';

export interface BuildOptions {
  readonly folder: string;
  readonly out: string;
  readonly target: string;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** false for `check`. */
  readonly write: boolean;
  /** false for `--no-sheet`: the package alone. */
  readonly sheet: boolean;
  /** The package of the release before, to compare with. */
  readonly previous?: string;
  /** The course is meant to have another id than the release before. */
  readonly force: boolean;
}

/**
 * Compiles every course of a folder and, for `build`, writes its package.
 *
 * @param commands names of all commands, where `folder` may be one of them, mistyped
 */
export async function runBuild(
  options: BuildOptions,
  terminal: Terminal,
  commands: readonly string[] = [],
): Promise<ExitCode> {
  const target = targets.find((candidate) => candidate.id === options.target);
  if (target === undefined) {
    const ids = targets.map((known) => known.id);
    const meant = didYouMean(options.target, ids);
    terminal.talk(
      `There is no target \`${options.target}\`. ${meant === null ? `Known targets: ${ids.join(', ')}` : `Did you mean \`${meant}\`?`}\n`,
    );
    return exitCodes.wrongUsage;
  }
  const { folders, problem } = await courseFolders(options.folder, terminal);
  if (folders.length === 0) {
    const meant = await mistypedCommand(options.folder, commands, terminal);
    if (meant !== null) {
      terminal.talk(`There is neither a command nor a folder \`${options.folder}\`. Did you mean \`${meant}\`?\n`);
      return exitCodes.wrongUsage;
    }
    if (options.json)
      terminal.out(
        `${JSON.stringify([{ course: options.folder, errors: 1, warnings: 0, package: null, bytes: null, messages: messagesAsData([problem]) }], null, 2)}\n`,
      );
    else terminal.talk(formatMessages([problem], terminal.color));
    return exitCodes.contentErrors;
  }

  const previous = options.previous === undefined ? null : await readPrevious(options.previous, terminal);
  if (previous === null && options.previous !== undefined) return exitCodes.wrongUsage;

  const toolbox = await loadToolbox();
  const results: Record<string, unknown>[] = [];
  const names = new Map<string, string>();
  let failed = false;
  for (const folder of folders) {
    if (terminal.signal.aborted) break;
    const began = performance.now();
    const project = await readProject(path.resolve(terminal.cwd, folder), terminal.cwd);
    const editions = await compileEditions(project, target, toolbox);
    for (const { output } of editions) if (output !== null) noteSameName(output, names);
    if (previous !== null) comparePrevious(previous, editions, folders.length === 1, options.force);
    for (const compiled of editions) {
      showMessages(compiled, options, terminal);
      const { errors, warnings } = countMessages(compiled.sources);
      const refused = errors > 0 || (options.strict && warnings > 0);
      let written: Written | null = null;
      if (compiled.output !== null && !refused && options.write && !terminal.signal.aborted) {
        written = await write(compiled.output, target, options, toolbox, terminal);
        if (written === null) failed = true;
      }
      failed ||= refused || compiled.output === null;
      results.push({
        course: folder,
        ...(compiled.language === null ? {} : { language: compiled.language }),
        errors,
        warnings,
        package: written?.path ?? null,
        bytes: written?.bytes ?? null,
        sheet: written?.sheet ?? null,
        messages: messagesAsData(compiled.sources),
      });
      if (!options.quiet)
        terminal.talk(
          summary(
            {
              folder,
              compiled,
              refused,
              errors,
              warnings,
              written,
              seconds: (performance.now() - began) / 1000,
              options,
            },
            terminal,
          ),
        );
      // Results for scripts: one path a line. The table for people is talk.
      if (written !== null && !options.json) terminal.out(`${written.path}\n`);
    }
  }
  if (options.json) terminal.out(`${JSON.stringify(results, null, 2)}\n`);
  return failed ? exitCodes.contentErrors : exitCodes.fine;
}

/** The courses of a folder; if there is none, `problem` says why. */
async function courseFolders(
  folder: string,
  terminal: Terminal,
): Promise<{ folders: readonly string[]; problem: VFile }> {
  const problem = new VFile({ path: folder });
  const fix = 'Name the folder of a course, one with a `course.yml`: `build-scorm path/to/course`';
  try {
    const found = await findCourses(path.resolve(terminal.cwd, folder));
    if (found.length > 0)
      return { folders: found.map((absolute) => path.relative(terminal.cwd, absolute) || '.'), problem };
    const names = await readdir(path.resolve(terminal.cwd, folder));
    const near = names.find((name) => /^course\.ya?ml$/i.test(name));
    report(problem, 'no-course', {
      reason: 'No course here: neither this folder nor one in it has a `course.yml`',
      fix: near === undefined ? fix : `Rename \`${near}\` to \`course.yml\``,
    });
  } catch (error) {
    report(problem, 'unreadable-file', { reason: `The folder cannot be read: ${systemReason(error)}`, fix });
  }
  return { folders: [], problem };
}

/** `build` is the default, so that a mistyped command is taken for its folder. */
async function mistypedCommand(word: string, commands: readonly string[], terminal: Terminal): Promise<string | null> {
  const exists = await stat(path.resolve(terminal.cwd, word)).then(
    () => true,
    () => false,
  );
  return exists || /[./\\]/.test(word) ? null : didYouMean(word, commands);
}

/** Two courses with one name would write one package, and the second would silently replace the first. */
function noteSameName({ course }: CompiledOutput, names: Map<string, string>): void {
  const name = packageName(course);
  const other = names.get(name);
  if (other === undefined) names.set(name, course.file.path);
  else
    report(course.file, 'duplicate-id', {
      reason: `Two courses have the id \`${course.id}\` and the same version, the other in ${other}`,
      fix: `Write another id, such as \`${course.id}-2\``,
      at: course.at(['id']).start,
    });
}

/** The stem of its file name, in which the language stands if there are several. */
const packageName = ({ id, version, language, edition }: Course): string =>
  [id, version, ...(edition === undefined ? [] : [language.toLowerCase()])].join('-');

interface Written {
  /** As shown: relative to where the command runs. */
  readonly path: string;
  readonly bytes: number;
  /** The trainer's sheet, likewise; null without one. */
  readonly sheet: string | null;
}

async function write(
  output: CompiledOutput,
  target: Target,
  options: BuildOptions,
  toolbox: Toolbox,
  terminal: Terminal,
): Promise<Written | null> {
  const { course, files } = output;
  const folder = path.resolve(terminal.cwd, options.out);
  const destination = path.join(folder, `${packageName(course)}-${target.id}.zip`);
  const show = (absolute: string): string => path.relative(terminal.cwd, absolute).split(path.sep).join('/');
  const shown = show(destination);
  const colors = pc.createColors(terminal.color);
  const [fault] = lintPackage(files);
  // A throw: whatever the author wrote, such a package must never come out of a sound course.
  if (fault !== undefined) throw new Error(`${shown}: \`${fault.path}\`: ${fault.reason}`);
  try {
    const { bytes } = await writePackage(files, destination, {
      date: packageDate(terminal.environment),
      signal: terminal.signal,
    });
    const finding = judgeSize(bytes);
    if (finding !== null)
      terminal.talk(`${colors.yellow('warning')}  ${shown}: ${finding.reason}\n  ${colors.cyan('→')} ${finding.fix}\n`);
    const sheet = options.sheet ? show(await writeSheet(output, destination, target, toolbox)) : null;
    return { path: shown, bytes, sheet };
  } catch (error) {
    if (terminal.signal.aborted) terminal.talk(`Stopped; ${shown} is as it was before.\n`);
    else if (error instanceof PackageError)
      terminal.talk(`${colors.red('error')}  ${error.message.replaceAll(destination, shown)}\n`);
    else throw error;
    return null;
  }
}

function showMessages(compiled: Compiled, options: BuildOptions, terminal: Terminal): void {
  if (options.json) return;
  const wanted = options.quiet ? 'errors' : 'all';
  const text = formatMessages(compiled.sources, terminal.color, wanted);
  if (text !== '') terminal.talk(`${text}\n`);
  if (terminal.environment['GITHUB_ACTIONS'] === 'true') terminal.talk(formatAnnotations(compiled.sources, wanted));
}

interface Result {
  readonly folder: string;
  readonly compiled: CompiledEdition;
  readonly refused: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly written: Written | null;
  readonly seconds: number;
  readonly options: BuildOptions;
}

function summary(
  { folder, compiled, refused, errors, warnings, written, seconds, options }: Result,
  terminal: Terminal,
): string {
  const colors = pc.createColors(terminal.color);
  const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
  const problems = [errors > 0 ? count(errors, 'error') : '', count(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(', ');
  if (compiled.output === null || refused) {
    const kept = options.write ? ' No package was written; an older one is untouched.' : '';
    const name = compiled.language === null ? folder : `${folder} (${compiled.language})`;
    // Everything that is wrong with a translation may have been said of the original.
    const told = errors === 0 && compiled.output === null ? 'errors as above' : problems;
    return `${colors.red('✖')} ${colors.bold(name)}: ${told}.${kept}\n`;
  }
  const { course, rendered } = compiled.output;
  const lessons = course.pages.filter((page) => page.kind === 'lesson').length;
  const questions = quizzesOf(course.pages).reduce((sum, quiz) => sum + quiz.questions.length, 0);
  const head = `${colors.green('✔')} ${colors.bold(course.title)}${compiled.language === null ? '' : ` (${compiled.language})`}: ${count(lessons, 'lesson')}, ${count(questions, 'question')}, ${problems}, ${seconds.toFixed(1)} s\n`;
  if (written === null) return head;
  const state = worstCaseLength(rendered.data);
  const limit = rendered.data.stateLimit;
  const share = Math.round((100 * state) / limit);
  const sheet = written.sheet === null ? '' : `  ${written.sheet}   for the trainer\n`;
  return `${head}  ${written.path}   ${colors.bold(size(written.bytes))}   state ${state} of ${limit.toLocaleString('en')} (${share} %)\n${sheet}`;
}

function size(bytes: number): string {
  return bytes < 999_500 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
