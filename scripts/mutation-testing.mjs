import { spawnSync } from 'node:child_process';

/**
 * Mutation testing by groups, each with the tests that know its files: `npm run test:mutation [-- group …]`.
 * A group fails under 90 %. The report of each stands in reports/mutation-<group>.json.
 */
const groups = {
  scoring: {
    mutate: ['scoring', 'credit-for', 'attempt-score', 'count-attempts', 'decimal', 'submission'].map(inContract),
    tests: 'src/contract/{scoring,credit-for,attempt-score,decimal,submission}.test.ts',
  },
  questions: {
    mutate: [
      'src/contract/questions/*.ts',
      '!src/contract/questions/*.test.ts',
      ...['match-text', 'typed-text', 'read-number', 'response'].map(inContract),
    ],
    tests: 'src/contract/questions/*.test.ts src/contract/{match-text,typed-text,read-number,submission}.test.ts',
  },
  state: {
    mutate: [
      'merge-states',
      'encode-within',
      'checksum',
      'range-coder',
      'key-widths',
      'state-keys',
      'state-wire',
      'state-codec',
    ].map(inContract),
    tests:
      'src/contract/{key-widths,state-limits,state-corpus,merge-states,encode-within,state-codec,state-format,state-keys}.test.ts',
  },
  zip: {
    mutate: ['write-zip', 'write-package', 'verify-package', 'open-package', 'read-package', 'package-size'].map(
      (name) => `src/package/${name}.ts`,
    ),
    tests: 'src/package/*.test.ts',
  },
  sanitiser: {
    mutate: ['sanitize-schema', 'svg-safety', 'link-target', 'is-active-file'].map((name) => `src/markdown/${name}.ts`),
    tests: 'src/markdown/{sanitize-schema,svg-safety,link-target}.test.ts',
    // The schema is nearly all data that is made once.
    isStatic: true,
  },
};

function inContract(name) {
  return `src/contract/${name}.ts`;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}; the groups are ${Object.keys(groups).join(', ')}.`);
  process.exit(2);
}
let failed = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(groups)) {
  const { mutate, tests, isStatic = false } = groups[name];
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', mutate.join(',')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      MUTATION_TESTS: tests,
      MUTATION_RUNS: '25',
      MUTATION_STATIC: isStatic ? '1' : '0',
      MUTATION_CONFIG: JSON.stringify({
        jsonReporter: { fileName: `reports/mutation-${name}.json` },
        ignoreStatic: !isStatic,
      }),
    },
  });
  if (status !== 0) failed = 1;
}
process.exit(failed);
