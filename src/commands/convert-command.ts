import type { CommandDefinition } from './command.ts';

export const convertCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('convert')
      .description('write a quiz in its other form: quiz file to markdown, or a quiz of a lesson to a quiz file')
      .argument('<file>', 'a *.quiz.yml, or a lesson')
      .option('-o, --out <file>', 'where it goes; without it, to the terminal')
      .option('--quiz <id>', 'which quiz, in a lesson with several')
      .option('-f, --force', 'write over a file that is there', false)
      .action(async (file: string, options: { out?: string; quiz?: string; force: boolean }) => {
        const { runConvert } = await import('./run-convert.ts');
        finish(await runConvert({ file, ...options }, terminal));
      });
  },
};
