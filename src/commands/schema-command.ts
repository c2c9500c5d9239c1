import type { CommandDefinition } from './command.ts';

export const schemaCommand: CommandDefinition = {
  register(program, terminal, finish) {
    program
      .command('schema')
      .description('print the JSON Schema of course.yml, front matter or quiz files, for editors')
      .argument('[name]', '`course`, `lesson` or `quiz`; all three, by name, if left out')
      .option('-o, --out <folder>', 'write them there as course.schema.json and so on')
      .action(async (name: string | undefined, options: { out?: string }) => {
        const { runSchema } = await import('./run-schema.ts');
        finish(await runSchema(name, options.out, terminal));
      });
  },
};
