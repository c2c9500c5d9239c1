import type { Rule } from '../rule.ts';

/** What a package's standard cannot hold of a course that is fine in itself. */
export const targetRules = {
  'title-too-long': {
    severity: 'warning',
    summary: 'The course title is longer than the package can hold',
    explain:
      'SCORM 1.2 manifests hold titles of at most 200 characters. A longer one is cut there, with an ellipsis, and that ' +
      'is what the LMS shows; the course itself shows all of it. Shorten `title` and move the rest to `description`.',
  },
  'open-answer-cut': {
    severity: 'warning',
    summary: 'Long answers reach the trainer cut short',
    explain:
      'A SCORM 1.2 report holds 255 characters of an answer. A longer one is kept whole for the learner while there is room, but the trainer sees only its beginning.',
  },
  'answers-not-reportable': {
    severity: 'warning',
    summary: 'A question has more choices than the standard can report',
    explain:
      'SCORM 1.2 names each choice in its reports by one of 36 characters. A question with more choices is shown and ' +
      'scored as usual, but what the learner chose does not reach the reports of the LMS. Offer fewer choices, or ' +
      'split the question.',
  },
} as const satisfies Record<string, Rule>;
