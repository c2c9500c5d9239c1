import type { Rule } from '../rule.ts';

/** Checks of what authors put into places of the pages. */
export const slotRules = {
  'slot-unknown': {
    severity: 'error',
    summary: 'A template has the name of no place',
    explain:
      'A file templates/<name>.html in the course folder fills the place of that name, such as templates/lesson-footer.html. docs/theming.md lists all places and what each is told.',
  },
  'slot-syntax': {
    severity: 'error',
    summary: 'The tags of a template cannot be read',
    explain:
      'Templates are HTML with tags of Mustache: {{lesson.title}} is a value, {{#lesson.track}} … {{/lesson.track}} is shown where there is a value, {{^lesson.track}} … {{/lesson.track}} where there is none. Partials, other delimiters and three braces are not for slots, and a value cannot be part of an address.',
  },
  'slot-value': {
    severity: 'error',
    summary: 'A template asks for a value that it is not told',
    explain:
      'Each place is told what belongs there: a lesson of itself, a quiz of itself, all of the course. A name that is not known would silently stay empty.',
  },
} as const satisfies Record<string, Rule>;
