import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { rules } from '../diagnostics/rules.ts';
import { type CommandDefinition, exitCodes } from './command.ts';

export const explainCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('explain')
      .description('say why a rule exists and how to mend what it finds')
      .argument('[rule]', 'id of a rule, as messages show it; all rules if left out')
      .action((id: string | undefined) => {
        const table: Readonly<Record<string, Rule>> = rules;
        if (id === undefined) {
          const width = Math.max(...Object.keys(table).map((name) => name.length));
          for (const [name, rule] of Object.entries(table))
            terminal.out(`${name.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`);
          finish(exitCodes.fine);
          return;
        }
        const rule = Object.hasOwn(table, id) ? table[id] : undefined;
        if (rule === undefined) {
          const meant = didYouMean(id, Object.keys(table));
          terminal.talk(
            `There is no rule \`${id}\`. ${meant === null ? 'Run `build-scorm explain` for a list.' : `Did you mean \`${meant}\`?`}\n`,
          );
          finish(exitCodes.wrongUsage);
          return;
        }
        terminal.out(`${id} (${rule.severity})\n${rule.summary}.\n\n${rule.explain}\n`);
        finish(exitCodes.fine);
      });
  },
};
