import type { CommandDefinition } from './command.ts';

export const buildCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('build', { isDefault: true })
      .description('compile courses into packages (the default command)')
      .argument('[folder]', 'a course, or a folder of courses', 'content')
      .option('-o, --out <folder>', 'where the packages go', 'dist')
      .option('-t, --target <id>', 'the standard to package for', 'scorm12')
      .option('--no-sheet', 'write no sheet for the trainer beside the package')
      .option('--previous <zip>', 'say what this release changes for learners who have begun the one in that package')
      .option('-f, --force', 'with --previous: build although the id of the course has changed', false)
      .option('--strict', 'treat warnings as errors', false)
      .option('--json', 'print results as JSON', false)
      .option('-q, --quiet', 'say nothing but errors', false)
      .action(
        async (
          folder: string,
          options: {
            out: string;
            target: string;
            sheet: boolean;
            previous?: string;
            force: boolean;
            strict: boolean;
            json: boolean;
            quiet: boolean;
          },
        ) => {
          // Loaded only now, so that `--help` and mistyped commands answer at once.
          const { runBuild } = await import('./run-build.ts');
          finish(
            await runBuild(
              { folder, write: true, ...options },
              terminal,
              program.commands.map((command) => command.name()),
            ),
          );
        },
      );
  },
};
