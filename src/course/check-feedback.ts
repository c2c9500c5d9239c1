import type { Node } from 'unist';
import { report } from '../diagnostics/report.ts';
import type { Question } from './course.ts';

/** Elements that are nothing without what plays or remembers them, in an author's word. */
const active: Readonly<Record<string, string>> = {
  audio: 'a sound',
  checklist: 'a checklist',
  embed: 'a page of another site',
  video: 'a film',
};

/** What is said to an answer becomes text for the player (`to-rich-text.ts`): of such elements the title would be left. */
export function checkFeedback(question: Question): void {
  for (const [key, where] of Object.entries(said)) {
    const found = elementIn(valuesOf(question, key));
    if (found === null) continue;
    report(question.file, 'feedback-element', {
      reason: `${where} holds ${active[found.name]}, which cannot be shown there`,
      fix: 'Move it into the question or the lesson; feedback takes text, pictures, code and links',
      at: found.node.position ?? question.position,
    });
  }
}

const said: Readonly<Record<string, string>> = {
  feedback: 'Feedback',
  explanation: 'The explanation',
  hint: 'The hint',
};

/** All that stands under this key in a question, its options, answers, items and gaps; not in what these say. */
function valuesOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, key));
  if (typeof value !== 'object' || value === null || 'messages' in value || 'children' in value) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : valuesOf(inner, key)));
}

function elementIn(value: unknown): { readonly name: string; readonly node: Node } | null {
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = elementIn(each);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const isElement = 'type' in value && /^(?:container|leaf)Directive$/.test(String(value.type));
  if (isElement && 'name' in value && Object.hasOwn(active, String(value.name)))
    return { name: String(value.name), node: value as Node };
  return elementIn('children' in value ? value.children : 'type' in value ? null : Object.values(value));
}
