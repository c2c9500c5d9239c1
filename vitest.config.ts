import { defineConfig } from 'vitest/config';

/** Three projects: what runs in node alone, what compiles whole courses, and what needs a browser or other tools. */
export default defineConfig({
  test: {
    globalSetup: ['tests/setup/build-tool.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'], setupFiles: ['tests/setup/no-warnings.ts'] },
      },
      {
        extends: true,
        test: { name: 'compiler', include: ['tests/cases/**/*.test.ts', 'tests/compiler/**/*.test.ts', 'tests/readers/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts', 'tests/conformance/**/*.test.ts', 'tests/security/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
