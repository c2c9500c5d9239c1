#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { type ExitCode, exitCodes, type Terminal } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { packageRoot } from './package-root.ts';

// A build lives for a second or two: by default V8 spends a third of it, on both cores, compiling functions that then hardly
// run again. Five times the patience costs a course of 200 lessons nothing and makes a usual one faster by a quarter.
// The V8 of Node 20 alone has this setting; newer ones compile in cheaper steps. And the room for young objects grows at once,
// not in four steps with a collection before each.
if (process.versions.node.startsWith('20.'))
  setFlagsFromString('--interrupt-budget=660000 --semi-space-growth-factor=16');

/** argv → command → exit code. The only place that touches the process. */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const terminal: Terminal = {
    cwd: process.cwd(),
    environment: process.env,
    out: (text) => void process.stdout.write(text),
    talk: (text) => void process.stderr.write(text),
    color: process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined,
    signal: stop.signal,
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask } : {}),
  };
  let code: ExitCode | 130 = exitCodes.fine;
  const program = new Command('build-scorm')
    .description('Compiles markdown lessons and quizzes into packages that any learning platform plays.')
    .version(version)
    .showHelpAfterError('Run `build-scorm --help` for all commands and options.')
    .exitOverride();
  for (const command of commands) {
    command.register(program, terminal, (result) => {
      code = result;
    });
  }
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUsage;
    else {
      terminal.talk(
        `This is a fault of build-scorm, not of your course. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      code = exitCodes.ourFault;
    }
  }
  // 128 + SIGINT, as shells expect of a stopped program.
  process.exitCode = stop.signal.aborted ? 130 : code;
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}

await main();
