import type { CommandDefinition } from './command.ts';

export const inspectCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('inspect')
      .description('show what a package holds: course, pages, quizzes, saved state, files')
      .argument('<zip>', 'a package')
      .option('--json', 'print it as JSON', false)
      .action(async (zip: string, options: { json: boolean }) => {
        const { runInspect } = await import('./run-inspect.ts');
        finish(await runInspect(zip, options.json, terminal));
      });
  },
};
