import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the tests of one group (`scripts/mutation-testing.mjs`), without building the tool. */
export default defineConfig({
  test: {
    include: (process.env['MUTATION_TESTS'] ?? 'src/contract/**/*.test.ts').split(' '),
    setupFiles: ['tests/setup/fewer-runs.ts'],
    // Hostile texts are about time, and huge courses take it: instrumented code takes too much. Workers have neither umask nor time zone.
    testNamePattern:
      /^(?!.*(hostile body|200 lessons|one quiz of 800|any text decodes|the same files give the same bytes))/,
    testTimeout: 60_000,
  },
});
