import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the tests of one group (`scripts/mutation-testing.mjs`), without building the tool. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'src/contract/**/*.test.ts').split(' '),
    setupFiles: ['tests/setup/fewer-runs.ts'],
    testTimeout: 60_000,
    // A mutant is switched on while modules stand, so they are loaded once for all files; but not where what they make
    // when they are loaded is changed too.
    isolate: process.env['MUTATION_STATIC'] === '1',
  },
});
