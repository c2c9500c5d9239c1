import type { TypedKey } from '../../contract/question-data.ts';
import type { TypedAnswer } from '../../course/course.ts';
import { fieldLimit } from '../../course/questions/typed-limit.ts';
import { feedbackOf, type QuestionPages, type QuestionTools } from './question-pages.ts';

export const fillIn: QuestionPages<'fill-in'> = {
  styles: ['fields'],
  hint: () => '',
  options: () => [],
  view: (question, tools) => ({ label: tools.word('question.answer'), limit: fieldLimit(question) }),
  data: (question, tools) => ({
    type: 'fill-in',
    accepted: question.accepted.map((answer) => typedKey(answer, tools)),
    wrong: question.wrong.map((answer) => typedKey(answer, tools)),
    case: question.case,
    limit: fieldLimit(question),
  }),
};

function typedKey({ key, feedback }: TypedAnswer, tools: QuestionTools): TypedKey {
  return { ...key, ...feedbackOf(feedback, tools) };
}
