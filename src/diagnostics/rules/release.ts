import type { Rule } from '../rule.ts';

/**
 * What a new release of a course means for learners who have begun the one before (`build --previous`). Nothing here is
 * wrong with the course itself; see docs/republishing.md.
 */
export const releaseRules = {
  'release-course-id': {
    severity: 'error',
    summary: 'The course has another id than the release before',
    explain:
      'Saved progress belongs to the id of the course: under another id every learner begins anew, and Moodle deletes ' +
      'the results of the old one when the zip is replaced. Write the old id again. If it is meant to be another course, ' +
      'build it without `--previous`, or with `--force`, and upload it as a new activity.',
  },
  'release-version': {
    severity: 'warning',
    summary: 'The version is the same as that of the release before, the content is not',
    explain:
      'Two zips with one name are easily mixed up, by trainers and in reports. Raise `version` in `course.yml` whenever ' +
      'something has changed.',
  },
  'release-page-removed': {
    severity: 'warning',
    summary: 'A page of the release before is gone',
    explain:
      'A page is known by its id. If it was removed, those who were reading it come back to the beginning of the course; ' +
      'what they had passed stays passed. If it was only renamed, write its old id into the front matter (`id:`), so that ' +
      'it stays read for those who have read it.',
  },
  'release-quiz-removed': {
    severity: 'warning',
    summary: 'A quiz of the release before is gone',
    explain:
      'Attempts at it are dropped, and the score of the course is worked out without it. A score that was reported before ' +
      'is never lowered. If the quiz was only renamed, give it its old id again.',
  },
  'release-question-removed': {
    severity: 'warning',
    summary: 'A question of the release before is gone',
    explain:
      'Answers to it are dropped. Attempts that were submitted keep their score; one that is open goes on without it. If ' +
      'the question was only reworded, give it its old id again, so that its answers stay.',
  },
  'release-question-added': {
    severity: 'warning',
    summary: 'A quiz has a question more than in the release before',
    explain:
      'Attempts that were submitted keep their score. One that is open has the new question unanswered, and those who ' +
      'retake the quiz will meet it. Nothing is lost.',
  },
  'release-answer-key': {
    severity: 'warning',
    summary: 'Another answer is right than in the release before',
    explain:
      'Attempts that were submitted keep the score they got under the old key; only new answers are judged by the new one. ' +
      'If the old key was a mistake that cost learners a pass, tell the trainer: they can correct the grade in the LMS, ' +
      'or those learners can try again.',
  },
  'release-answers-changed': {
    severity: 'warning',
    summary: 'What a question offers has changed since the release before',
    explain:
      'An answer is kept only while it means the same. With other options (added, removed, or reworded without an id of ' +
      'their own), another type or another kind of entry, answers of an open attempt are forgotten, and the question is asked again. ' +
      'Attempts that were submitted keep their score. To reword an option without this, give it the id it had.',
  },
  'release-pass-mark': {
    severity: 'warning',
    summary: 'A pass mark or a rule for the status has changed since the release before',
    explain:
      'Who has passed stays passed, whatever the new mark. Everyone else is measured by the new rule at their next visit: ' +
      'a lower mark may pass them then, a higher one asks more of them than they were told.',
  },
  'release-draw': {
    severity: 'warning',
    summary: 'A quiz draws its questions in another way than in the release before',
    explain:
      'Attempts that were submitted keep their score. One that is under way keeps the questions it has drawn, answered ones ' +
      'first, as far as they can still be drawn, and draws only what is missing.',
  },
  'release-time': {
    severity: 'warning',
    summary: 'A quiz gives less time than in the release before',
    explain:
      'An attempt under way is measured by the new limit from when it was started. Where there was no limit, the learner ' +
      'presses *Start* first, and the time begins then. Answers given are kept in any case.',
  },
  'release-counts': {
    severity: 'warning',
    summary: 'What counts of a quiz has changed since the release before',
    explain:
      'Another attempt counts, the quiz counts at all or no longer, or wrong answers and hints cost more. The state keeps ' +
      'the best score, and from the next submission what the new rule needs. Who has passed stays passed.',
  },
  'release-gate': {
    severity: 'warning',
    summary: 'A page opens later than in the release before',
    explain:
      'Learners find a page locked that they could have opened before. What somebody has read, or has answered something ' +
      'on, stays open for them. A page that a quiz no longer stands for (`testsOut`) is to be done again.',
  },
  'release-objectives': {
    severity: 'warning',
    summary: 'The objectives are others than in the release before',
    explain:
      'An LMS keeps the row of an objective that is gone, and gets one for a new objective. A row is found by the id, so ' +
      'give a renamed objective its old one. Scores follow the new measure at the next visit; a status is never lowered.',
  },
  'release-confidence': {
    severity: 'warning',
    summary: 'A quiz asks how sure learners are, or no longer does',
    explain:
      'No score depends on it. Learners in the middle of an attempt see the question, or miss it, from their next visit on.',
  },
  'release-attempts': {
    severity: 'warning',
    summary: 'A quiz allows fewer attempts than in the release before, or asks for a longer wait',
    explain:
      'Learners who have used more attempts than the new limit have none left. An attempt they have begun can still be ' +
      'finished.',
  },
} as const satisfies Record<string, Rule>;
