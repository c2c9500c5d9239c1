import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import type { CommandDefinition } from './command.ts';
import { convertCommand } from './convert-command.ts';
import { explainCommand } from './explain-command.ts';
import { initCommand } from './init-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { schemaCommand } from './schema-command.ts';

/** Every command, in the order of the help. `build` runs when none is named. */
export const commands: readonly CommandDefinition[] = [
  buildCommand,
  checkCommand,
  initCommand,
  convertCommand,
  inspectCommand,
  explainCommand,
  schemaCommand,
];
