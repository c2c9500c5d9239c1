/**
 * Every part of the style under `templates/styles/`, in the order they stand in a package's `course.css`. Folders with
 * a star stand for all their files by name; of those a course gets what it uses.
 */
export const styleParts = [
  'tokens',
  'silent-signs',
  'base',
  'lesson',
  'prose',
  'code',
  'elements/*',
  'buttons',
  'home',
  'icons',
  'player-layout',
  'player-bar',
  'outline',
  'panels',
  'shortcuts',
  'direction/*',
  'print',
  'player-print',
  'theme/*',
] as const;

/** The same for `quiz.css`, which pages with questions load beside it. */
export const quizStyleParts = ['quiz/*', 'questions/*'] as const;

/** Of these parts those of a course that uses such, by path under `templates/styles/`, in order. */
export function orderStyleParts(parts: readonly string[], used: ReadonlySet<string>): readonly string[] {
  return parts.flatMap((part) => {
    if (!part.endsWith('/*')) return [part];
    return [...used].filter((name) => name.startsWith(part.slice(0, -1))).sort();
  });
}
