import type { ChoiceData } from '../../contract/question-data.ts';
import type { Choice } from '../../course/course.ts';
import { feedbackOf, type OptionView, type QuestionTools } from './question-pages.ts';

/** Choices as controls, in the author's order. */
export function choiceOptions(
  choices: readonly Choice[],
  control: OptionView['control'],
  tools: QuestionTools,
): readonly OptionView[] {
  return choices.map((choice) => ({ control, value: choice.id, html: tools.inline(choice.text) }));
}

export function choiceData(choices: readonly Choice[], tools: QuestionTools): readonly ChoiceData[] {
  return choices.map((choice) => ({
    id: choice.id,
    text: tools.plain(choice.text),
    correct: choice.correct,
    ...(choice.last ? { last: true } : {}),
    ...feedbackOf(choice.feedback, tools),
  }));
}
