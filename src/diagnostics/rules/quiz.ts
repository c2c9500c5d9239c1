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
    explain: 'Between heading and options stands the rest of the prompt; below the options only the explanation, as a quote (`> …`).',
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
  'choice-twice': {
    severity: 'error',
    summary: 'An option stands twice in a question',
    explain: 'Two equal options cannot be told apart by learners or in reports. Change or remove one.',
  },
} as const satisfies Record<string, Rule>;
