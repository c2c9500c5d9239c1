import type { QuizData } from '../../contract/course-data.ts';
import { drawnCount } from '../../contract/draw-questions.ts';
import { type Word, wordText } from '../../contract/fill-words.ts';
import type { Words } from '../../course/course-words.ts';
import { directionOf } from '../../course/direction-of.ts';
import { drawTemplate } from '../draw-template.ts';
import { nestWords } from '../flatten-words.ts';
import type { Templates } from '../page-kit.ts';
import type { RenderedCourse } from '../rendered-course.ts';
import { type GradebookRow, gradebookRows } from './gradebook-rows.ts';
import { quizNames } from './quiz-names.ts';
import { ruleNotes } from './rule-notes.ts';

export interface SheetSetting {
  readonly templates: Templates;
  readonly words: Words;
  /** What they are in, BCP 47. */
  readonly language: string;
  /** File name of the package. */
  readonly file: string;
  /** Of the target: "SCORM 1.2". */
  readonly standard: string;
}

/**
 * The trainer's sheet: one HTML file that needs no other, to be read or printed by who sets the course up. Everything
 * about the course in it comes from the data that the player will run on.
 */
export function renderSheet(
  { course, data }: RenderedCourse,
  { templates, words, language, file, standard }: SheetSetting,
): string {
  const word: Word = (key, gaps) => wordText(words, language, key, gaps) ?? key;
  const { rules, quizzes } = data;
  const titles = quizNames(data);
  const others = quizzes
    .filter((quiz) => quiz.weight > 0 && quiz.counts !== undefined)
    .map((quiz) => titles.get(quiz.id) ?? quiz.title);
  const minutes = data.pages.reduce((sum, page) => sum + (page.minutes ?? 0), 0);
  const weights = quizzes.reduce((sum, quiz) => sum + quiz.weight, 0);
  const rows = gradebookRows(data);
  const first = quizzes[0];
  return drawTemplate(templates, 'trainer-sheet', {
    w: nestWords(words),
    language,
    direction: directionOf(language),
    course: data.title,
    documentTitle: word('sheet.title', { course: data.title }),
    description: course.description,
    facts: [
      { name: word('sheet.facts.file'), value: file, code: true },
      { name: word('sheet.facts.standard'), value: standard },
      { name: word('sheet.facts.version'), value: data.version },
      { name: word('sheet.facts.pages'), value: String(data.pages.length) },
      ...(minutes === 0
        ? []
        : [{ name: word('sheet.facts.minutes'), value: word('sheet.facts.minutesValue', { minutes }) }]),
      ...(first === undefined
        ? []
        : [
            {
              name: word('sheet.facts.questions'),
              value: String(quizzes.reduce((sum, quiz) => sum + quiz.questions.length, 0)),
            },
          ]),
    ],
    rules: [
      word(`sheet.rules.complete.${rules.completion}`),
      rules.pass === null ? word('sheet.rules.noPass') : word('sheet.rules.pass', { pass: rules.pass }),
      ...(rules.mustPass.length === 0
        ? []
        : [word('sheet.rules.mustPass', { quizzes: rules.mustPass.map((id) => titles.get(id) ?? id).join(', ') })]),
      ...(rules.report === 'completed-incomplete' && rules.pass !== null ? [word('sheet.rules.onlyDone')] : []),
      ...(first === undefined
        ? []
        : others.length === 0
          ? [word('sheet.rules.best')]
          : [word('sheet.rules.otherAttempts', { quizzes: others.join(', ') })]),
      ...ruleNotes(data, word),
    ],
    gradebook: rows.map((row) => ({
      situation: word(`sheet.gradebook.${row.situation}`),
      status: word(`sheet.gradebook.words.${row.status}`),
      kind: row.status,
      score: scoreText(row, rules.pass, word),
    })),
    hasScore: first !== undefined,
    canFail: rules.report.endsWith('failed'),
    isPassed: rules.report.startsWith('passed'),
    hasQuizzes: first !== undefined,
    hasObjectives: data.objectives !== undefined,
    objectives: (data.objectives ?? []).map(({ id, title, pass }) => ({
      title,
      id,
      pass: pass === null ? word('sheet.quizzes.noPass') : word('score', { score: pass }),
    })),
    quizzes: quizzes.map((quiz) =>
      quizRow(quiz, titles.get(quiz.id) ?? quiz.title, rules.mustPass.includes(quiz.id), weights, word),
    ),
    example:
      first === undefined ? '' : word('sheet.reports.text', { example: `${first.id}_${first.questions[0]?.id ?? ''}` }),
    foot: word('sheet.foot', { file, build: data.build }),
  });
}

function scoreText({ score }: GradebookRow, pass: number | null, word: Word): string {
  if (score === 'none') return word('sheet.gradebook.none');
  if (pass === null) return word('sheet.gradebook.any');
  return score === 'below' ? word('sheet.gradebook.less', { pass }) : word('sheet.gradebook.reached', { pass });
}

function quizRow(quiz: QuizData, name: string, isRequired: boolean, weights: number, word: Word) {
  const share =
    quiz.weight === 0
      ? word('sheet.quizzes.practice')
      : word('score', { score: Math.round((1000 * quiz.weight) / weights) / 10 });
  return {
    title: name,
    id: quiz.id,
    questions:
      quiz.draw === undefined
        ? quiz.questions.length
        : word('sheet.quizzes.drawn', { count: drawnCount(quiz), of: quiz.questions.length }),
    pass: quiz.pass === null ? word('sheet.quizzes.noPass') : word('score', { score: quiz.pass }),
    required: isRequired ? word('sheet.quizzes.mustPass') : '',
    attempts: quiz.attempts === 0 ? word('sheet.quizzes.anyAttempts') : String(quiz.attempts),
    share,
  };
}
