import type { Question, Quiz } from './course.ts';

/** Where they stand in their files; not what they mean. */
const places: ReadonlySet<string> = new Set(['position', 'file', 'data']);

/** Keys in which two quizzes differ, but for their questions. Places in files are no difference. */
export function quizDifferences(quiz: Quiz, other: Quiz): readonly string[] {
  return differences({ ...quiz, questions: ids(quiz) }, { ...other, questions: ids(other) });
}

/** Keys in which two questions differ. Places in files are no difference, nor is where lines of a text are broken. */
export function questionDifferences(question: Question, other: Question): readonly string[] {
  return differences(question, other);
}

const ids = (quiz: Quiz): readonly string[] => quiz.questions.map((question) => question.id);

function differences(one: object, other: object): readonly string[] {
  const a: Readonly<Record<string, unknown>> = { ...one };
  const b: Readonly<Record<string, unknown>> = { ...other };
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !places.has(key) && plain(a[key]) !== plain(b[key]),
  );
}

/** The meaning of a value as text: keys in order, without places; a line break in prose is a space (CommonMark 6.8). */
function plain(value: unknown): string {
  return (
    JSON.stringify(value, (key, inner: unknown) => {
      if (places.has(key)) return undefined;
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
      const entries = Object.entries(inner).filter(([, own]) => own !== undefined && own !== null);
      const node = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
      return node['type'] === 'text' && typeof node['value'] === 'string'
        ? { ...node, value: node['value'].replace(/\s*\n\s*/g, ' ') }
        : node;
    }) ?? ''
  );
}
