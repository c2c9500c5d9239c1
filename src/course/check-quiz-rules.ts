import type { Position } from 'unist';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import type { Course, Question, Quiz } from './course.ts';
import { drawGroups } from './draw-groups.ts';
import { lintAnswers } from './lint-answers.ts';

/** Reports rules of quizzes that cannot hold or do nothing. */
export function checkQuizRules(course: Course, quizzes: readonly Quiz[]): void {
  for (const quiz of quizzes) {
    checkDraw(quiz);
    checkPass(quiz);
    checkEffects(quiz);
    checkTestsOut(course, quiz);
    lintAnswers(quiz);
  }
  for (const page of course.pages) {
    for (const quiz of page.kind === 'lesson' ? page.quizzes : []) {
      if (quiz.opens !== undefined)
        idle(
          quiz,
          'opens',
          "`opens` has no effect in a lesson's own quiz file",
          'Write it into the front matter of the lesson',
        );
    }
  }
}

function checkDraw(quiz: Quiz): void {
  const groups = drawGroups(quiz);
  for (const { tag, count, questions } of groups) {
    const there = `${questions.length === 0 ? 'none' : questions.length}`;
    if (count <= questions.length) continue;
    const tags = [...new Set(quiz.questions.flatMap((question) => question.tags ?? []))];
    const meant = tag === null || questions.length > 0 ? null : didYouMean(tag, tags);
    report(quiz.file, 'draw-too-large', {
      reason:
        tag === null
          ? `The quiz draws ${count} ${count === 1 ? 'question' : 'questions'}, but has ${there}`
          : `The quiz draws ${count} ${count === 1 ? 'question' : 'questions'} tagged \`${tag}\`, but has ${there}`,
      fix:
        meant === null
          ? `Draw ${Math.max(1, questions.length)} or fewer, or write more questions`
          : `Did you mean \`${meant}\`?`,
      at: at(quiz, 'draw'),
    });
  }
  // A question without a score may take the place of one with: at worst all do.
  const unscored = new Set(quiz.questions.filter((question) => !isScored(question)).map(({ id }) => id));
  const isSure = groups.some(({ count, questions }) => count > questions.filter((id) => unscored.has(id)).length);
  if (groups.length > 0 && !isSure && unscored.size < quiz.questions.length)
    report(quiz.file, 'draw-without-score', {
      reason: 'An attempt may draw only questions without a score, and would then have 0 %',
      fix: 'Draw more questions, or give those without a score a tag and a number of their own',
      at: at(quiz, 'draw'),
    });
  // Where a tag is misspelt, it is no news that the questions it meant are not drawn.
  if (groups.some(({ tag, count, questions }) => tag === null || count > questions.length)) return;
  const drawn = new Set(groups.flatMap((group) => group.questions));
  for (const question of groups.length === 0 ? [] : quiz.questions) {
    if (drawn.has(question.id)) continue;
    report(question.file, 'never-drawn', {
      reason: `The question \`${question.id}\` has none of the tags that are drawn`,
      fix: `Add a tag, such as \`tags: [${groups[0]?.tag}]\``,
      at: question.position,
    });
  }
}

const isScored = (question: Question): boolean => question.points > 0;

function checkPass(quiz: Quiz): void {
  if (quiz.pass === null || quiz.pass === 0 || quiz.questions.length === 0 || quiz.questions.some(isScored)) return;
  report(quiz.file, 'pass-unreachable', {
    reason: `The quiz asks for ${quiz.pass} %, but none of its questions is scored`,
    fix: 'Remove `pass`, or add a question that is scored',
    at: at(quiz, 'pass'),
  });
}

function checkEffects(quiz: Quiz): void {
  const once = quiz.attempts === 1;
  if (once && quiz.cooldown !== undefined)
    idle(
      quiz,
      'cooldown',
      '`cooldown` has no effect, there is only one attempt',
      'Write `attempts: 2` or more, or remove `cooldown`',
    );
  if (once && quiz.counts !== undefined)
    idle(
      quiz,
      'counts',
      '`counts` has no effect, there is only one attempt',
      'Write `attempts: 2` or more, or remove `counts`',
    );
  if (quiz.hintCost !== undefined && quiz.questions.every((question) => question.hint === undefined))
    idle(
      quiz,
      'hintCost',
      '`hintCost` has no effect, no question has a hint',
      'Give questions a `hint`, in a lesson `> [!TIP]` below the options',
    );
  if (quiz.testsOut !== undefined && quiz.pass === null)
    idle(
      quiz,
      'testsOut',
      '`testsOut` without `pass` proves nothing: the quiz is passed by any answers',
      'Write `pass:` with the mark that proves the knowledge',
    );
  if (quiz.time !== undefined && quiz.attempts === 0) {
    report(quiz.file, 'time-without-attempts', {
      reason: 'The quiz has a time limit, but any number of attempts',
      fix: 'Write `attempts:` with a number, or remove `minutes`',
      at: at(quiz, 'minutes'),
    });
  }
}

function checkTestsOut(course: Course, quiz: Quiz): void {
  const ids = course.pages.map((page) => page.id);
  for (const id of quiz.testsOut ?? []) {
    if (ids.includes(id)) continue;
    const meant = didYouMean(id, ids);
    report(quiz.file, 'unknown-page', {
      reason: `\`testsOut\` names \`${id}\`, which is no page of this course`,
      fix:
        meant === null
          ? `Pages of this course: ${ids.map((name) => `\`${name}\``).join(', ')}`
          : `Did you mean \`${meant}\`?`,
      at: at(quiz, 'testsOut'),
    });
  }
}

function idle(quiz: Quiz, key: string, reason: string, fix: string): void {
  report(quiz.file, 'setting-without-effect', { reason, fix, at: at(quiz, key) });
}

const at = (quiz: Quiz, key: string): Position | undefined => quiz.settingAt?.(key) ?? quiz.position;
