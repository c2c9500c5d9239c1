import type { CourseOutcome, QuizStanding } from '../../../contract/course-outcome.ts';
import { type OutcomeTools, pageLink, replace, type ShowOutcome, setPart, setText, tableRow } from './outcome-tools.ts';
import { showObjectives } from './show-objectives.ts';

/** So many things that are missing are listed by name. */
const mostMissing = 12;

/** How the course went: in words, as a number, with what is missing and what comes next. */
export const showEnd: ShowOutcome = (outcome, tools) => {
  const { mode, status, earned, score, pass, done, total, missing, quizzes } = outcome;
  const { word, percent, part } = tools;
  const box = part('outcome');
  if (box !== null) box.dataset['outcome'] = earned ? 'good' : status === 'failed' ? 'failed' : 'open';
  // What another version of the course, or the platform, called finished stays so.
  const shown = earned ? status : status === 'failed' ? 'failed' : 'incomplete';
  setText(part('outcome-status'), word(`end.status.${shown}`));
  setPart(part('outcome-score'), score === null ? '' : percent(score));
  const bar = part('outcome-bar');
  if (bar !== null && score !== null) {
    bar.hidden = false;
    bar.querySelector('span')?.style.setProperty('inline-size', `${score / 100}%`);
    const mark = bar.querySelector<HTMLElement>('i');
    mark?.style.setProperty('inset-inline-start', `${(pass ?? 0) / 100}%`);
    if (mark !== null) mark.hidden = pass === null;
  }
  setText(part('outcome-done'), word('player.done', { done, total }));
  setPart(part('outcome-pass'), pass === null ? '' : word('result.pass', { pass: percent(pass) }));
  setText(part('outcome-text'), textOf(outcome, word));

  const isOpen = !earned && missing.length > 0;
  part('missing')?.toggleAttribute('hidden', !isOpen);
  replace(
    part('missing-list'),
    // The longest lists are those of who has only begun, to whom a start is enough.
    missing.slice(0, mostMissing).map((task) => {
      const { kind, title } = task;
      const item = document.createElement('li');
      const text = word(`end.missing.${kind}`, { title, pass: pass === null ? '' : percent(pass) });
      item.append(kind === 'score' ? text : pageLink(task, text));
      return item;
    }),
  );
  const more = missing.length - mostMissing;
  setPart(part('missing-more'), more > 0 ? word('end.missing.more', { count: more }) : '');
  part('quizzes')?.toggleAttribute('hidden', quizzes.length === 0);
  replace(
    part('quiz-rows'),
    quizzes.map((quiz) => row(quiz, tools)),
  );
  showObjectives(outcome, tools);
  part('certificate')?.toggleAttribute('hidden', !earned || mode === 'untracked');
};

/** What the status means. That the platform has it is only said when it has. */
function textOf({ mode, earned, status, isSaved, missing }: CourseOutcome, word: OutcomeTools['word']): string {
  if (mode === 'review') return word('end.text.review');
  if (earned) {
    const kept = mode === 'untracked' ? word('end.text.untracked') : isSaved ? word('end.text.kept') : '';
    return `${word('end.text.good')} ${kept}`.trim();
  }
  if (status === 'failed') return word('end.text.failed');
  return missing.length > 0 ? word('end.text.incomplete') : '';
}

const row = (quiz: QuizStanding, { word, percent }: OutcomeTools): HTMLElement =>
  tableRow(pageLink(quiz, quiz.title), [
    quiz.score === null ? '–' : percent(quiz.score),
    word(`end.quizzes.${stateOf(quiz)}`),
  ]);

function stateOf({ score, pass, passed, canRetry }: QuizStanding): string {
  if (score === null) return 'open';
  if (pass === null) return 'done';
  return passed ? 'passed' : canRetry ? 'again' : 'failed';
}
