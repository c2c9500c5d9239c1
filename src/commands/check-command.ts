import type { CommandDefinition } from './command.ts';

export const checkCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('check')
      .description('find every mistake without writing a package')
      .argument('[folder]', 'a course, or a folder of courses', 'content')
      .option('-t, --target <id>', 'the standard to check for', 'scorm12')
      .option('--previous <zip>', 'say what has changed for learners who have begun the release in that package')
      .option('--strict', 'treat warnings as errors', false)
      .option('--json', 'print messages as JSON', false)
      .action(
        async (folder: string, options: { target: string; previous?: string; strict: boolean; json: boolean }) => {
          const { runBuild } = await import('./run-build.ts');
          finish(
            await runBuild(
              { folder, out: 'dist', write: false, sheet: false, force: false, quiet: false, ...options },
              terminal,
            ),
          );
        },
      );
  },
};
