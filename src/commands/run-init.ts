import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { stringify } from 'yaml';
import { proposedId } from '../config/proposed-id.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { packageRoot } from '../package-root.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';

const usual = 'content/my-course';

/** Copies the starter course (`templates/starter`) into a folder, under the folder's name. Nothing is ever overwritten. */
export async function runInit(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const wanted = folder ?? ((await terminal.ask?.(`Where shall the course go? [${usual}] `)) || usual);
  const destination = path.resolve(terminal.cwd, wanted);
  const shown = path.relative(terminal.cwd, destination).split(path.sep).join('/') || '.';
  const source = path.join(packageRoot(), 'templates', 'starter');
  const names = (await readdir(source)).sort();
  try {
    await mkdir(destination, { recursive: true });
    const there = await readdir(destination);
    const inTheWay = there.filter((name) => /\.(md|ya?ml)$/.test(name) && !/^readme\.md$/i.test(name));
    if (inTheWay.length > 0) {
      terminal.talk(
        `${shown} is not empty: it has ${inTheWay.map((name) => `\`${name}\``).join(', ')}. Nothing was written; name a new folder.\n`,
      );
      return exitCodes.wrongUsage;
    }
    for (const name of names) {
      const text = await readFile(path.join(source, name), 'utf8');
      // `wx`: should a file have appeared meanwhile, it is left alone.
      await writeFile(path.join(destination, name), name === 'course.yml' ? named(text, destination) : text, {
        flag: 'wx',
      });
    }
  } catch (error) {
    terminal.talk(`The course could not be written to ${shown}: ${systemReason(error)}\n`);
    return exitCodes.contentErrors;
  }
  for (const name of names) terminal.out(`${shown === '.' ? '' : `${shown}/`}${name}\n`);
  terminal.talk(nextSteps(shown, pc.createColors(terminal.color)));
  return exitCodes.fine;
}

/** Id and title from the name of the folder: `first-aid` is "First aid". */
function named(text: string, destination: string): string {
  const name = path.basename(destination);
  const words = name.replace(/[-_.\s]+/g, ' ').trim();
  const title = words === '' ? 'My course' : words.charAt(0).toUpperCase() + words.slice(1);
  return text
    .replace('{{id}}', () => proposedId(name, 'my-course'))
    .replace('{{title}}', () => stringify(title).trim());
}

function nextSteps(shown: string, colors: ReturnType<typeof pc.createColors>): string {
  // What a shell would take apart or act on stands in quotes.
  const at = shown.startsWith('content/') ? '' : ` ${/^[\p{L}\p{M}\p{N}_./-]+$/u.test(shown) ? shown : `"${shown}"`}`;
  return [
    `${colors.green('✔')} Your course is in ${colors.bold(shown)}: two lessons and an exam.`,
    '',
    'Next:',
    `  1. Open ${shown === '.' ? '' : `${shown}/`}01-writing-a-lesson.md and change what you like.`,
    `  2. ${colors.cyan(`build-scorm check${at}`)}   finds mistakes while you write`,
    `  3. ${colors.cyan(`build-scorm build${at}`)}   makes the package for your learning platform`,
    '',
  ].join('\n');
}
