import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import type { CommandDefinition } from './command.ts';
import { explainCommand } from './explain-command.ts';

/** Every command, in the order of the help. `build` runs when none is named. */
export const commands: readonly CommandDefinition[] = [buildCommand, checkCommand, explainCommand];
