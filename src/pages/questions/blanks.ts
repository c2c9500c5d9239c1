import type { BlankData } from '../../contract/question-data.ts';
import type { Blank, Blanks } from '../../course/course.ts';
import { blankLimit } from '../../course/questions/typed-limit.ts';
import { feedbackOf, type QuestionPages, type QuestionTools } from './question-pages.ts';

export const blanks: QuestionPages<'blanks'> = {
  styles: ['fields', 'blanks', 'menus'],
  hint: () => '',
  options: () => [],
  view: (question, tools) => ({
    pieces: pieces(question, tools),
    numbered: question.blanks.length > 1,
    menus: question.blanks.flatMap((blank, index) =>
      blank.kind === 'menu' ? [{ number: index + 1, options: blank.options.map(({ text }) => text) }] : [],
    ),
  }),
  data: (question, tools) => ({
    type: 'blanks',
    blanks: question.blanks.map((blank) => blankData(blank, tools)),
    credit: question.credit,
    case: question.case,
  }),
};

/** The text, cut where its gaps are, each piece with the gap behind it. */
function pieces(question: Blanks, tools: QuestionTools): readonly object[] {
  const parts = tools.html(question.text).split(/<span data-blank="(\d+)"><\/span>/);
  const size = fieldSize(question.blanks);
  return parts.flatMap((html, index) => {
    if (index % 2 === 1) return [];
    const number = Number(parts[index + 1] ?? 0);
    const blank = question.blanks[number - 1];
    return { html, field: blank === undefined ? null : field(blank, number, question.blanks.length, size, tools) };
  });
}

function field(blank: Blank, number: number, total: number, size: number, tools: QuestionTools): object {
  const label = tools.word('question.blank', { number, total });
  const common = { number, label, menu: blank.kind === 'menu' };
  if (blank.kind === 'menu') return { ...common, options: blank.options.map((option) => option.text) };
  return { ...common, limit: blankLimit(blank), size };
}

/** All fields of a text are of one width, so that none tells the length of its answer. */
function fieldSize(all: readonly Blank[]): number {
  const lengths = all.flatMap((blank) => (blank.kind === 'text' ? blank.accepted.map((text) => text.length) : []));
  return Math.min(24, Math.max(10, ...lengths.map((length) => length + 2)));
}

function blankData(blank: Blank, tools: QuestionTools): BlankData {
  const feedback = feedbackOf(blank.feedback, tools);
  if (blank.kind === 'menu') return { kind: 'menu', options: blank.options, ...feedback };
  return { kind: 'text', accepted: blank.accepted, limit: blankLimit(blank), ...feedback };
}
