import type { Command } from 'commander';

/** Where a command writes and from where it starts; made once in `cli.ts`, replaced in tests. */
export interface Terminal {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results: what a script may read. */
  out(text: string): void;
  /** Talk: progress, messages, hints. */
  talk(text: string): void;
  readonly color: boolean;
  /** Asks a person and gives the answer without spaces around it; absent where nobody is there to answer. */
  ask?(question: string): Promise<string>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Exit codes, the same in every command: sysexits' EX_SOFTWARE for our own faults. */
export const exitCodes = { fine: 0, contentErrors: 1, wrongUsage: 2, ourFault: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One command: adds itself to the program; `run` hands the exit code on. One file and one line in `index.ts` each. */
export interface CommandDefinition {
  register(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void;
}
