/** `scripts/mutation-testing.mjs` says what is changed and which tests must notice; and may set more. */
export default {
  testRunner: 'vitest',
  vitest: {
    configFile: 'vitest.mutation.config.ts',
  },
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: {
    allowColor: false,
    logTests: false,
  },
  concurrency: 1,
  timeoutMS: 5000,
  ignoreStatic: true,
  tempDirName: '.stryker-tmp',
  thresholds: {
    high: 95,
    low: 90,
    break: 90,
  },
  disableTypeChecks: false,
  tsconfigFile: 'none.json',
  ignorePatterns: [
    'content',
    'dist',
    'templates',
    'tests/browser',
    'tests/cases',
    'reports',
    'gallery',
    '.lib-*',
    '.stryker-tmp*',
  ],
  ...JSON.parse(process.env.MUTATION_CONFIG ?? '{}'),
};
