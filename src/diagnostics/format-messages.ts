import pc from 'picocolors';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

type Colors = ReturnType<typeof pc.createColors>;

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** `errors` leaves the warnings out. */
export type Wanted = 'all' | 'errors';

/** Counts the messages of some files. */
export function countMessages(files: readonly VFile[]): Counts {
  let errors = 0;
  let warnings = 0;
  for (const { messages } of files) for (const message of messages) message.fatal ? errors++ : warnings++;
  return { errors, warnings };
}

/**
 * Messages for a terminal: place, what is wrong, the lines around it, what to write instead. Sorted by file and place.
 *
 * @param color whether to colour; not when the output is no terminal
 */
export function formatMessages(files: readonly VFile[], color: boolean, wanted: Wanted = 'all'): string {
  const colors = pc.createColors(color);
  return files
    .flatMap((file) => sorted(file.messages, wanted).map((message) => formatMessage(file, message, colors)))
    .join('\n');
}

/** Messages as GitHub Actions annotations, one line each, shown beside the changed lines of a pull request. */
export function formatAnnotations(files: readonly VFile[], wanted: Wanted = 'all'): string {
  const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return files
    .flatMap((file) =>
      sorted(file.messages, wanted).map((message) => {
        const parts = [`file=${property(file.path)}`];
        if (message.line !== undefined) parts.push(`line=${message.line}`);
        if (message.column !== undefined) parts.push(`col=${message.column}`);
        parts.push(`title=${property(message.ruleId ?? 'build-scorm')}`);
        const text = message.note === undefined ? message.reason : `${message.reason}. ${message.note}`;
        return `::${message.fatal ? 'error' : 'warning'} ${parts.join(',')}::${escaped(text)}`;
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Messages as data, for editors and scripts (`--json`). */
export function messagesAsData(files: readonly VFile[]): readonly Record<string, unknown>[] {
  return files.flatMap((file) =>
    sorted(file.messages).map((message) => ({
      file: file.path,
      line: message.line ?? null,
      column: message.column ?? null,
      severity: message.fatal ? 'error' : 'warning',
      rule: message.ruleId ?? null,
      reason: message.reason,
      fix: message.note ?? null,
    })),
  );
}

function formatMessage(file: VFile, message: VFileMessage, colors: Colors): string {
  const place = [file.path, message.line, message.column].filter((part) => part !== undefined).join(':');
  const kind = message.fatal ? colors.red('error') : colors.yellow('warning');
  const lines = [`${colors.bold(place)}  ${kind}  ${message.reason}  ${colors.dim(message.ruleId ?? '')}`];
  lines.push(...codeFrame(String(file.value ?? ''), message, colors));
  if (message.note !== undefined) lines.push(`  ${colors.cyan('→')} ${message.note}`);
  return `${lines.join('\n')}\n`;
}

/** The line of the fault with its neighbours and a mark under the column. */
function codeFrame(text: string, { line, column }: VFileMessage, colors: Colors): string[] {
  if (line === undefined || text === '') return [];
  const source = text.split('\n');
  const width = String(line + 1).length;
  const frame: string[] = [];
  for (let number = Math.max(1, line - 1); number <= Math.min(source.length, line + 1); number++) {
    const { shown, shift } = clip(source[number - 1] ?? '', number === line ? (column ?? 1) : 1);
    const mark = number === line ? colors.red('>') : ' ';
    frame.push(
      `  ${mark} ${colors.dim(`${String(number).padStart(width)} |`)} ${number === line ? shown : colors.dim(shown)}`.trimEnd(),
    );
    if (number === line && column !== undefined) {
      const before = shown.slice(0, column - 1 - shift).replace(/[^\t]/g, ' ');
      frame.push(`    ${' '.repeat(width)} ${colors.dim('|')} ${before}${colors.red('^')}`);
    }
  }
  return frame;
}

/** At most 110 characters of a line, with the column in sight. */
function clip(text: string, column: number): { shown: string; shift: number } {
  if (text.length <= 110) return { shown: text, shift: 0 };
  const from = column <= 90 ? 0 : column - 60;
  const cut = text.slice(from, from + 109);
  return from === 0 ? { shown: `${cut}…`, shift: 0 } : { shown: `…${cut}…`, shift: from - 1 };
}

function sorted(messages: readonly VFileMessage[], wanted: Wanted = 'all'): readonly VFileMessage[] {
  return messages
    .filter((message) => wanted === 'all' || message.fatal)
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
