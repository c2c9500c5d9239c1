import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import type { InlineCode } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { rules } from '../../src/diagnostics/rules.ts';
import { codeBlocks, nodesOf, readPage, readPages, root, tablesUnder } from './read-docs.ts';

const terminal: Terminal = {
  cwd: root,
  environment: {},
  out: () => undefined,
  talk: () => undefined,
  color: false,
  signal: new AbortController().signal,
};
const program = new Command('build-scorm');
for (const command of commands) command.register(program, terminal, () => undefined);
const names = [...program.commands.map((command) => command.name()), 'help'];
const optionsOf = (name: string): string[] =>
  (program.commands.find((command) => command.name() === name)?.options ?? []).flatMap(({ short, long }) =>
    [short, long].filter((flag) => flag != null),
  );
const ofAll = ['-h', '--help', '-V', '--version'];

/** Lines that call the tool, in blocks of `sh` and in running text. */
const calls = readPages().flatMap((page) => {
  const blocks = codeBlocks(page)
    .filter((block) => block.lang === 'sh')
    .flatMap((block) => block.value.split(/\n|&&/));
  const inline = nodesOf<InlineCode>(page.tree, 'inlineCode').map((node) => node.value);
  return [...blocks, ...inline]
    .map((line) => line.replace(/\s#.*$/, '').trim())
    .filter((line) => /^(npx )?build-scorm( |$)|^npm /.test(line))
    .map((line) => ({ page: page.path, line }));
});

function faultOf(line: string): string | null {
  if (line.startsWith('npm ')) return faultOfScript(line);
  const words = line.replace(/^npx /, '').split(/\s+/).slice(1);
  const first = words[0] ?? '';
  const command = names.includes(first) ? first : 'build';
  const known = [...ofAll, ...optionsOf(command)];
  for (const word of words)
    if (word.startsWith('-') && !known.includes(word)) return `${word} is no option of ${command}`;
  const [, argument] = words;
  if (command === 'explain' && argument !== undefined && /^\w/.test(argument) && !Object.hasOwn(rules, argument))
    return `there is no rule ${argument}`;
  return null;
}

function faultOfScript(line: string): string | null {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const script = /^npm run ([\w:-]+)/.exec(line)?.[1];
  return script === undefined || script in scripts ? null : `there is no script ${script}`;
}

describe('commands shown in the documentation exist', () => {
  test.each(calls)('$page: $line', ({ line }) => {
    expect(faultOf(line)).toBeNull();
  });

  test('wrong ones are noticed', () => {
    expect(calls.length).toBeGreaterThan(10);
    expect(faultOf('npx build-scorm check --out x')).not.toBeNull();
    expect(faultOf('build-scorm explain no-such-rule')).not.toBeNull();
    expect(faultOf('npm run no-such-script')).not.toBeNull();
  });
});

describe('the tables of the README have every command and option', () => {
  const [commandTable, optionTable] = tablesUnder(readPage('README.md'), 'Commands and options');
  const flagsOf = (cell: string): string[] => cell.match(/(?<![\w-])--?[a-zA-Z][\w-]*/g) ?? [];

  test('commands', () => {
    const shown = (commandTable ?? []).slice(1).map(([cell = '']) => cell.split(' ')[1]);
    expect(shown.toSorted()).toEqual(names.toSorted());
  });

  test.each(program.commands.map((command) => command.name()))('options of %s', (name) => {
    const rows = (optionTable ?? []).slice(1);
    const shown = rows.filter(([, of = '']) => of.split(', ').includes(name)).flatMap(([cell = '']) => flagsOf(cell));
    expect(shown.toSorted()).toEqual(optionsOf(name).toSorted());
  });
});
