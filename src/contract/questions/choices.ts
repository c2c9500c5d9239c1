import type { InteractionBody } from '../interaction.ts';
import type { ChoiceData } from '../question-data.ts';
import { seededOrder } from '../seeded-order.ts';
import type { QuestionPart } from './question-logic.ts';

/** Ids in the order of their UTF-16 units: moving choices about in the source leaves stored answers readable. */
export function sortedIds(choices: readonly ChoiceData[]): string[] {
  return choices.map((choice) => choice.id).sort();
}

/** The choices as an LMS reports them, in the author's order. */
export function choiceInteraction(choices: readonly ChoiceData[], chosen: readonly string[]): InteractionBody {
  const where = (test: (choice: ChoiceData) => boolean): number[] =>
    choices.flatMap((choice, index) => (test(choice) ? [index] : []));
  return {
    kind: 'choice',
    options: choices.map(({ id, text }) => ({ id, text })),
    chosen: where((choice) => chosen.includes(choice.id)),
    correct: where((choice) => choice.correct),
  };
}

/** Each choice is judged by itself. */
export function choiceParts(choices: readonly ChoiceData[], chosen: readonly string[]): readonly QuestionPart[] {
  return choices.map(({ id, correct, feedback }) => ({
    id,
    correct,
    answered: chosen.includes(id),
    ...(feedback === undefined ? {} : { feedback }),
  }));
}

/** Those marked to stay last do so, in the author's order. */
export function choiceOrder(choices: readonly ChoiceData[], shuffled: boolean, seed: number): readonly string[] {
  if (!shuffled) return [];
  const idsOf = (last: boolean): string[] =>
    choices.filter((choice) => (choice.last === true) === last).map((choice) => choice.id);
  return [...seededOrder(idsOf(false), seed), ...idsOf(true)];
}
