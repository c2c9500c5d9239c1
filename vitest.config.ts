import { defineConfig } from 'vitest/config';
import { summaryReporter } from './tests/setup/summary-reporter.ts';

/** Three projects: what runs in node alone, what compiles whole courses or plays whole sessions, and what needs a browser. */
export default defineConfig({
  test: {
    globalSetup: ['tests/setup/build-tool.ts'],
    // A test that is left out, or that alone is run, must not reach anyone else.
    allowOnly: false,
    // One more than CI has cores: a browser test needs a third of one, and waits the rest of the time.
    maxWorkers: 3,
    // Polling ends as soon as what is expected is there; the default of a second is too short for a busy machine.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', summaryReporter],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          setupFiles: ['tests/setup/no-warnings.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['tests/{cases,compiler,conformance,docs,readers}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/{browser,security}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
