import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { editorSchema, schemaNames } from '../course/editor-schemas.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { type ExitCode, exitCodes, type Terminal } from './command.ts';

/** Prints schemas for editors, or writes each into a file of its own. These are made files: they are written over. */
export async function runSchema(
  name: string | undefined,
  out: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  if (name !== undefined && !schemaNames.includes(name)) {
    const meant = didYouMean(name, schemaNames);
    terminal.talk(
      `There is no schema \`${name}\`. ${meant === null ? `Known: ${schemaNames.join(', ')}` : `Did you mean \`${meant}\`?`}\n`,
    );
    return exitCodes.wrongUsage;
  }
  if (out === undefined) {
    terminal.out(
      json(
        name === undefined
          ? Object.fromEntries(schemaNames.map((each) => [each, editorSchema(each)]))
          : editorSchema(name),
      ),
    );
    return exitCodes.fine;
  }
  try {
    await mkdir(path.resolve(terminal.cwd, out), { recursive: true });
    for (const each of name === undefined ? schemaNames : [name]) {
      const file = path.join(out, `${each}.schema.json`);
      await writeFile(path.resolve(terminal.cwd, file), json(editorSchema(each)));
      terminal.out(`${file.split(path.sep).join('/')}\n`);
    }
  } catch (error) {
    terminal.talk(`${out} could not be written: ${systemReason(error)}\n`);
    return exitCodes.contentErrors;
  }
  return exitCodes.fine;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
