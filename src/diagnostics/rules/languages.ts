import type { Rule } from '../rule.ts';

/** Checks of languages: the player's words, and courses in several languages. */
export const languageRules = {
  'language-incomplete': {
    severity: 'warning',
    summary: 'Some words of the player are in another language',
    explain:
      "The player's own words (buttons, messages, results) are not all translated to the language of the course. Where they are missing, learners see them in the nearest language there is, or in English; they are marked as such for screen readers. Write the missing ones under `strings:` in `course.yml`.",
  },
  'strings-unknown-key': {
    severity: 'error',
    summary: 'A word under `strings:` is not known',
    explain:
      "`strings:` puts own words in the place of the player's. The keys are those of `templates/strings/en.yml`, nested (`quiz:`, `submit:`) or with dots (`quiz.submit`). A word that changes with a number has a form for each plural category of the language, such as `one` and `other`.",
  },
  'strings-unknown-gap': {
    severity: 'error',
    summary: 'A word under `strings:` has a gap that nothing fills',
    explain:
      'A name in braces is a gap that the player fills, such as `{score}`. Each word has its own gaps; another name would be shown to learners with its braces.',
  },
  'strings-missing-gap': {
    severity: 'warning',
    summary: 'A word under `strings:` does without a gap',
    explain:
      'What the player fills into the gap, such as a score or a title, is not shown then. Write the gap, unless that is what you want.',
  },
  'translation-missing': {
    severity: 'warning',
    summary: 'A page is not translated to a language of the course',
    explain:
      '`languages:` names the languages of the course. A lesson is translated by a file beside it with the language in its name: `01-start.de.md` for `01-start.md`, `exam.de.quiz.yml` for `exam.quiz.yml`, `course.de.yml` for the titles in `course.yml`. Until it is there, learners get the page in the main language.',
  },
  'translation-alone': {
    severity: 'error',
    summary: 'A translation has no original',
    explain:
      'Every page has an original in the main language of the course, whose id, place and rules the translations take over.',
  },
  'translation-unlisted': {
    severity: 'warning',
    summary: 'A file looks like a translation to a language that the course does not name',
    explain:
      'Translations are only used for the languages under `languages:` in `course.yml`. Without it, the file is a page of its own, or nothing.',
  },
  'translation-differs': {
    severity: 'error',
    summary: 'A translation is not the same course',
    explain:
      'Results can only be compared if all languages have the same quizzes with the same ids, rules, questions and right answers. Copy the original and translate its texts only.',
  },
} as const satisfies Record<string, Rule>;
