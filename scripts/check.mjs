// `npm run check`: format and lint, the three type checks, unused code. All run; any failure fails the whole.
import { spawn } from 'node:child_process';

const checks = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types: tool', 'tsc', ['-p', 'tsconfig.json']],
  ['types: contract', 'tsc', ['-p', 'src/contract/tsconfig.json']],
  ['types: simulator', 'tsc', ['-p', 'src/simulator/tsconfig.json']],
  ['types: runtime', 'tsc', ['-p', 'src/runtime/tsconfig.json']],
  ['unused code', 'knip', []],
];

const run = ([name, command, args]) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(`node_modules/.bin/${command}`, args, { shell: process.platform === 'win32' });
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✔' : '✖'} ${name}`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });

const results = await Promise.all(checks.map(run));
process.exit(results.every(Boolean) ? 0 : 1);
