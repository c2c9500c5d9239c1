import type { DrawData } from '../contract/course-data.ts';
import type { Quiz } from './course.ts';

/** A group of questions to draw from. */
export interface DrawGroup {
  /** null: all questions of the quiz. */
  readonly tag: string | null;
  readonly count: number;
  /** Ids of its questions. */
  readonly questions: readonly string[];
}

/** The groups of a quiz; none if all questions are asked. A question with several tags belongs to the first that is drawn. */
export function drawGroups({ draw, questions }: Quiz): readonly DrawGroup[] {
  if (draw === undefined) return [];
  if (typeof draw === 'number') return [{ tag: null, count: draw, questions: questions.map(({ id }) => id) }];
  const tags = Object.keys(draw);
  return tags.map((tag, index) => ({
    tag,
    count: draw[tag] ?? 0,
    questions: questions
      .filter(
        (question) =>
          question.tags?.includes(tag) && !tags.slice(0, index).some((other) => question.tags?.includes(other)),
      )
      .map(({ id }) => id),
  }));
}

/** The same for the player; undefined if all questions are asked. */
export function drawData(quiz: Quiz): readonly DrawData[] | undefined {
  const groups = drawGroups(quiz);
  if (groups.length === 0) return undefined;
  return groups.map(({ tag, count, questions }) => (tag === null ? { count } : { count, of: questions }));
}
