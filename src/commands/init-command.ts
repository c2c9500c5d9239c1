import type { CommandDefinition } from './command.ts';

export const initCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('init')
      .description('make a small course to start from')
      .argument('[folder]', 'where to; a new or an empty folder (default: content/my-course)')
      .action(async (folder: string | undefined) => {
        const { runInit } = await import('./run-init.ts');
        finish(await runInit(folder, terminal));
      });
  },
};
