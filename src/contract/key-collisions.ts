import type { CourseData } from './course-data.ts';
import { filmKey, openFilms } from './films.ts';
import { emptyState } from './learner-state.ts';
import { stableHash } from './stable-hash.ts';
import { objectiveKey } from './state-codec.ts';

/** Two ids that the state cannot tell apart. */
export interface KeyCollision {
  readonly kind: 'page' | 'quiz' | 'question' | 'objective' | 'film';
  /** The quiz of two questions, else null. */
  readonly quiz: string | null;
  readonly ids: readonly [string, string];
}

/** Different ids with the same hash, about one course in 100,000: the author must rename one of the two. */
export function keyCollisions(course: CourseData): KeyCollision[] {
  return [
    ...collide('page', null, course.pages),
    ...collide('quiz', null, course.quizzes),
    ...course.quizzes.flatMap((quiz) => collide('question', quiz.id, quiz.questions)),
    ...collide('objective', null, course.objectives ?? [], objectiveKey),
    ...collide(
      'film',
      null,
      openFilms(course, emptyState).map((id) => ({ id })),
      filmKey,
    ),
  ];
}

function collide(
  kind: KeyCollision['kind'],
  quiz: string | null,
  things: readonly { readonly id: string }[],
  hashOf: (id: string) => number = stableHash,
): KeyCollision[] {
  const first = new Map<number, string>();
  return things.flatMap(({ id }) => {
    const hash = hashOf(id);
    const other = first.get(hash) ?? id;
    first.set(hash, other);
    return other === id ? [] : [{ kind, quiz, ids: [other, id] as const }];
  });
}
