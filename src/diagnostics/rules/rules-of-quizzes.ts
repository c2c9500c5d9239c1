import type { Rule } from '../rule.ts';

/** Checks of the rules an author sets: draws, marks, waiting, gates. */
export const rulesOfQuizzes = {
  'draw-too-large': {
    severity: 'error',
    summary: 'A quiz draws more questions than it has',
    explain:
      '`draw` asks for more questions than there are, in all or with a tag. A question with several of the drawn tags counts for the first of them only. Write more questions, or draw fewer.',
  },
  'draw-without-score': {
    severity: 'error',
    summary: 'An attempt may draw nothing that is scored',
    explain:
      'Likert and open questions have no score. Where `draw` takes so few questions that all of them may be such, some learners would have 0 % whatever they answer. Draw more, or draw by tags, so that each attempt asks something that is scored.',
  },
  'never-drawn': {
    severity: 'warning',
    summary: 'A question is never asked',
    explain:
      'The quiz draws by tag, and this question has none of the tags that are drawn. Add a tag to the question, or its tag to `draw`.',
  },
  'pass-unreachable': {
    severity: 'error',
    summary: 'Nobody can reach the pass mark',
    explain:
      'The quiz has a pass mark, but none of its questions gives points, so that every score is 0. Remove `pass`, or add a question that is scored.',
  },
  'right-answer-place': {
    severity: 'warning',
    summary: 'The right answer always stands in the same place',
    explain:
      'In a quiz of five or more single-choice questions with at least three options each, all right options stand in the same place, and choices are not shuffled. Whoever notices gets full marks without reading. Write `shuffle: choices`; reports keep naming options in your order.',
  },
  'right-answer-length': {
    severity: 'warning',
    summary: 'The right answer is always the longest',
    explain:
      'In a quiz of five or more single-choice questions with at least three options each, the right option is the longest of all of them. Test-wise learners choose by length. Say in wrong options as much as in the right one, and move reasons to the explanation.',
  },
  'feedback-missing': {
    severity: 'warning',
    summary: 'A wrong choice is not explained, though most are',
    explain:
      'In a quiz that shows feedback, two thirds of the wrong options or more have feedback of their own or an explanation of their question. Those that have neither look forgotten. A quiz that explains little or nothing is left alone.',
  },
  'setting-without-effect': {
    severity: 'warning',
    summary: 'A setting does nothing here',
    explain:
      'For example a waiting time between attempts where there is only one attempt. Remove the setting, or change what keeps it from working.',
  },
  'time-without-attempts': {
    severity: 'warning',
    summary: 'A time limit without a limit of attempts',
    explain:
      'Whoever runs out of time just begins again, as often as they like, so the limit presses only the careful. Add `attempts`, or remove `minutes`.',
  },
  'gating-deadlock': {
    severity: 'error',
    summary: 'A page can never open',
    explain:
      'The page waits for another page or quiz that cannot be done before it. The message names what waits for what; change one `opens`.',
  },
  'gate-may-stay-shut': {
    severity: 'warning',
    summary: 'A page may stay locked for good',
    explain:
      'The page opens when a quiz is passed, but a learner may run out of attempts there. Give the quiz `attempts: 0`, or open the page `after` it.',
  },
} as const satisfies Record<string, Rule>;
