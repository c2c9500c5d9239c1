import type { Rule } from '../rule.ts';

/** Checks of `glossary.yml` and of the links to its terms. */
export const glossaryRules = {
  'term-unknown': {
    severity: 'error',
    summary: 'A link names a term that the glossary does not have',
    explain:
      'A link to glossary.yml marks a term: [container image](glossary.yml) has the words of the link for the term, [images](glossary.yml#container-image) names another one. The term, or one of its other words under also, must stand in glossary.yml.',
  },
  'term-twice': {
    severity: 'error',
    summary: 'A term is defined twice',
    explain:
      'Letter case does not count, and neither do other words under also: each word leads to one entry. Keep one of the two, or name them so that learners can tell them apart.',
  },
  'term-unused': {
    severity: 'warning',
    summary: 'A term is defined but never used',
    explain:
      'No lesson, quiz or other definition marks this term. Mark it where it is used, [like this](glossary.yml), write glossary: auto into course.yml, or remove it from the glossary.',
  },
} as const satisfies Record<string, Rule>;
