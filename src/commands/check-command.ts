import type { CommandDefinition } from './command.ts';

export const checkCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('check')
      .description('find every mistake without writing a package')
      .argument('[folder]', 'a course, or a folder of courses', 'content')
      .option('-t, --target <id>', 'the standard to check for', 'scorm12')
      .option('--strict', 'treat warnings as errors', false)
      .option('--json', 'print messages as JSON', false)
      .action(async (folder: string, options: { target: string; strict: boolean; json: boolean }) => {
        const { runBuild } = await import('./run-build.ts');
        finish(await runBuild({ folder, out: 'dist', write: false, quiet: false, ...options }, terminal));
      });
  },
};
