import type { Rule } from '../rule.ts';

/** Checks of `course.yml`, front matter and the outline. */
export const courseRules = {
  'yaml-syntax': {
    severity: 'error',
    summary: 'YAML cannot be read',
    explain:
      'The text is not valid YAML 1.2. Common causes: a text with a colon that needs quotes, a tab used to indent, a line with more or fewer spaces before it than its neighbours, a key written twice, front matter without its closing ---.',
  },
  'yaml-comment': {
    severity: 'warning',
    summary: 'A text in YAML is cut off at a `#`',
    explain:
      'A `#` behind a space begins a comment in YAML, so `title: Lesson #1` is "Lesson". Put the text in quotes: `title: "Lesson #1"`. If it is a comment, write a space behind the `#`.',
  },
  'unknown-key': {
    severity: 'error',
    summary: 'A key is not known',
    explain:
      'A misspelt key would silently do nothing, so every key is checked. The message names the keys that are known at this place.',
  },
  'missing-key': {
    severity: 'error',
    summary: 'A required key is missing',
    explain: 'Without this value the course cannot be built. The message shows what to add.',
  },
  'invalid-value': {
    severity: 'error',
    summary: 'A value is not of the right kind',
    explain:
      'The value is outside what this key takes: a text where a number belongs, a number out of range, or a word that is not one of the choices.',
  },
  'unknown-page': {
    severity: 'error',
    summary: '`course.yml` names a page that is not there',
    explain:
      'Each entry under `modules: pages:` is the name of a lesson (`*.md`) or a quiz (`*.quiz.yml`) in the course folder.',
  },
  'unlisted-page': {
    severity: 'warning',
    summary: 'A page is not listed in `course.yml`',
    explain:
      'When `modules` lists pages, only those are in the course. Add the file to a module, or remove it from the folder.',
  },
  'duplicate-id': {
    severity: 'error',
    summary: 'Two things have the same id',
    explain: 'Results are kept by id: two with the same id would overwrite each other. Give one of them another id.',
  },
  'unknown-quiz': {
    severity: 'error',
    summary: '`course.yml` names a quiz that is not there',
    explain: '`passing: quizzes:` lists ids of quizzes: the `id` of a quiz file or the `#id` of a quiz in a lesson.',
  },
  'objective-unmeasured': {
    severity: 'error',
    summary: 'An objective never gets a score',
    explain:
      'An objective is measured by the questions with its tag (`tags:`), or by all questions of a module, in quizzes that count. Without any, the LMS would show it as never reached.',
  },
  'no-pages': {
    severity: 'error',
    summary: 'A course has no page',
    explain: 'A course needs at least one lesson (`*.md`) or quiz (`*.quiz.yml`) beside its `course.yml`.',
  },
  'reporting-impossible': {
    severity: 'error',
    summary: 'The status asked for can never be reached',
    explain: 'For example `report: passed-failed` in a course without a quiz that counts: nobody could pass.',
  },
  'complete-at-once': {
    severity: 'warning',
    summary: 'A course is complete as soon as it is opened',
    explain:
      'The good end of a course waits for lessons to be read, for quizzes with a weight above 0, or for a mark. This course has none of them: the LMS would show everybody who opens it as complete.',
  },
  'state-too-large': {
    severity: 'error',
    summary: "The course cannot save all its answers in the LMS's space",
    explain:
      'A SCORM 1.2 LMS keeps 4,096 characters for each learner. The worst case of this course is more, so somebody would lose answers. The message names the quizzes that cost most; split the course, or ask fewer questions.',
  },
  'key-collision': {
    severity: 'error',
    summary: 'Two ids cannot be told apart in saved state',
    explain:
      'Saved state names pages and questions by short fingerprints of their ids. Two ids of this course have the same one; rename the newer.',
  },
} as const satisfies Record<string, Rule>;
