import type { Rule } from '../rule.ts';

/** Checks of quizzes and questions. */
export const quizRules = {
  'quiz-id-missing': {
    severity: 'error',
    summary: 'A quiz has no id',
    explain:
      'Results in the LMS hang on the id. Without one, moving the quiz would lose them. Write `:::quiz{#edge-check}` or `id: edge-check`.',
  },
  'question-id-missing': {
    severity: 'error',
    summary: 'A question has no id',
    explain:
      'Answers in the LMS hang on the id. Without one, inserting a question would give its answers to its neighbour. Write `### The question? {#first-hop}` or `id: first-hop`.',
  },
  'quiz-empty': {
    severity: 'error',
    summary: 'A quiz has no question',
    explain: 'Each question of an inline quiz begins with a heading; in a quiz file it is an entry under `questions:`.',
  },
  'question-unclear': {
    severity: 'error',
    summary: 'It is not clear what kind of question this is',
    explain: 'An inline question has a list with `- [x]` for right and `- [ ]` for wrong options below its heading.',
  },
  'question-stray-content': {
    severity: 'error',
    summary: 'Text stands where a question has no place for it',
    explain:
      'Between heading and options stands the rest of the prompt; below the options only the explanation, as a quote (`> …`). A quote with feedback is indented by two spaces, so that it belongs to the option above it.',
  },
  'question-prompt-empty': {
    severity: 'error',
    summary: 'A question asks nothing',
    explain: 'Write the question into the heading, or under `prompt:`.',
  },
  'no-right-answer': {
    severity: 'error',
    summary: 'A question has no right answer',
    explain: 'Nobody could get it right. Mark at least one option with `[x]`, or `correct: true`.',
  },
  'several-right-answers': {
    severity: 'error',
    summary: 'A single-choice question has several right answers',
    explain: 'A learner can choose only one. Use `type: multiple`, or mark one.',
  },
  'all-right-answers': {
    severity: 'warning',
    summary: 'Every option is right',
    explain: 'Who ticks everything is right without knowing anything. Add an option that is wrong.',
  },
  'too-few-choices': {
    severity: 'error',
    summary: 'A choice question has fewer than two options',
    explain: 'With a single option there is nothing to choose.',
  },
  'choice-empty': {
    severity: 'error',
    summary: 'An option has no text',
    explain: 'A learner would see an empty line. Write the text or remove the option.',
  },
  'label-interactive': {
    severity: 'error',
    summary: 'An option holds a link, a footnote or a block',
    explain:
      'A press on an option chooses it. A link or a block to open inside it could not be used without choosing, and screen readers read one control inside another. Write plain text in options and items, and put the link into the question, the feedback or the explanation.',
  },
  'feedback-element': {
    severity: 'error',
    summary: 'Feedback, an explanation or a hint holds a film, a sound, a page of another site or a checklist',
    explain:
      'What is said to an answer is text, with pictures, code and links: nothing can be played or ticked there, and learners would see its title alone. Show it in the question or in the lesson, and link to it if it helps.',
  },
  'points-unused': {
    severity: 'error',
    summary: 'A question without a score has points',
    explain:
      'Likert and open questions are reported, but nobody can be right or wrong, so they count nothing. Remove `points`.',
  },
  'answer-twice': {
    severity: 'error',
    summary: 'A typed answer stands twice in a question',
    explain:
      'An answer that is listed twice, or as right and as wrong, is a slip. Spaces and the shape of quotes make no difference, and upper and lower case only with `case: true`.',
  },
  'answer-formatted': {
    severity: 'error',
    summary: 'Signs in an answer to be typed are taken for formatting',
    explain:
      'What learners type has no formatting, but markdown takes signs such as `*`, `_` and `$` for it: `__init__` would be a bold "init", and who types the underscores would be wrong. Write the answer as code.',
  },
  'answer-too-long': {
    severity: 'error',
    summary: 'An answer is longer than what can be typed',
    explain:
      'A field takes 250 bytes at most, because an LMS reports no more than 255 characters and keeps little state. A right answer that does not fit could not be given.',
  },
  'pattern-refused': {
    severity: 'error',
    summary: 'A pattern for answers cannot be used',
    explain:
      "A regular expression runs in the learner's browser on whatever is typed, so only those are let through that are quick on every text: characters, classes, groups, and repeats of single characters. List the answers where that is not enough.",
  },
  'number-unclear': {
    severity: 'error',
    summary: 'A right answer is not a number',
    explain:
      'Numbers of the author are written with a decimal point and without marks between thousands: `3.5`, with a tolerance `3.5 ± 0.1` or `3.5 ± 2%`, or as a range `3 .. 4`. Learners may write a comma.',
  },
  'blanks-missing': {
    severity: 'error',
    summary: 'A text to complete has no blanks',
    explain:
      'Write `{{edge | cdn}}` where something is to be typed, all answers that are right, and `{{*nginx | apache}}` for a menu, with `*` at the right one.',
  },
  'blank-unclear': {
    severity: 'error',
    summary: 'A blank cannot be read',
    explain:
      'A blank begins with `{{` and ends with `}}` in the same paragraph, below the heading. Between them stand its answers with `|` between. With a `*` before one it is a menu, which needs a wrong option too. Signs that would be misread stand in code: `a|b`.',
  },
  'choice-twice': {
    severity: 'error',
    summary: 'An option stands twice in a question',
    explain: 'Two equal options cannot be told apart by learners or in reports. Change or remove one.',
  },
} as const satisfies Record<string, Rule>;
