import { defineConfig } from 'vitest/config';

/** What mutation testing runs: the tests of scoring and the state codec alone, without building the tool. */
export default defineConfig({
  test: { include: ['src/contract/**/*.test.ts'], setupFiles: ['tests/setup/fewer-runs.ts'], testTimeout: 60_000 },
});
