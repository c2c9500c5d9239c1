import type { Rule } from '../rule.ts';

/** What `build-scorm convert` cannot do. */
export const convertRules = {
  'not-convertible': {
    severity: 'error',
    summary: 'A quiz cannot be written in its other form without loss',
    explain:
      'Nearly everything can stand in a quiz file as well as in a lesson. Some things cannot: an option of a quiz file ' +
      'that begins with code or a table, for example, since an option in a lesson begins with a line of text. `convert` ' +
      'reads its own result again and compares it with the quiz; rather than change anything it writes nothing.',
  },
} as const satisfies Record<string, Rule>;
