import { escapeHtml } from '../draw-template.ts';
import { feedbackOf, type QuestionPages } from './question-pages.ts';

export const trueFalse: QuestionPages<'true-false'> = {
  hint: () => '',
  options: (_question, tools) =>
    ['true', 'false'].map((value) => ({ control: 'radio', value, html: escapeHtml(tools.word(`question.${value}`)) })),
  data: (question, tools) => {
    const { feedback: whenTrue } = feedbackOf(question.feedback.true, tools);
    const { feedback: whenFalse } = feedbackOf(question.feedback.false, tools);
    return {
      type: 'true-false',
      answer: question.answer,
      ...(whenTrue || whenFalse
        ? { feedback: { ...(whenTrue && { true: whenTrue }), ...(whenFalse && { false: whenFalse }) } }
        : {}),
    };
  },
};
