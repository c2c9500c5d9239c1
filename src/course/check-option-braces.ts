import type { PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { attributeSource } from './attribute-source.ts';
import { takeAttributes } from './attributes.ts';
import type { QuestionForm } from './questions/question-form.ts';

/**
 * Reports what stands in the braces of options, items and cells of an inline question and means nothing there: it would
 * silently do nothing.
 *
 * @param block what holds the answers: a list or a table
 */
export function checkOptionBraces(block: RootContent | null, form: QuestionForm, file: VFile): void {
  const known = form.optionAttributes ?? [];
  for (const { line, position } of linesOf(block)) {
    const { values } = takeAttributes(line).attributes;
    const { at } = attributeSource({}, file, position);
    for (const [key, value] of Object.entries(values)) {
      if (known.includes(key) && (value === true || !flags.has(key))) continue;
      if (known.includes(key)) {
        report(file, 'invalid-value', {
          reason: `\`${key}\` takes no value here`,
          fix: `Write \`{${key}}\``,
          at: at([key]),
        });
        continue;
      }
      const meant = didYouMean(key, known);
      report(file, 'unknown-key', {
        reason: `\`${key}\` means nothing in the braces of an option here`,
        fix: meant === null ? instead(key, value, known) : `Did you mean \`${meant}\`?`,
        at: at([key]),
      });
    }
  }
}

/** Present or absent, without a value. */
const flags: ReadonlySet<string> = new Set(['last', 'pattern']);

function instead(key: string, value: unknown, known: readonly string[]): string {
  if (['correct', 'right', 'wrong'].includes(key)) return 'Mark right options with `[x]` and wrong ones with `[ ]`';
  if (key === 'feedback') return 'Write the feedback as a quote below the option: `  > …`';
  if (value === true) return `Write \`{#${key}}\` if it is an id, else remove it`;
  return known.length === 0
    ? 'Remove it; only an id has a place there'
    : `Known there: ${known.map((name) => `\`${name}\``).join(', ')}`;
}

/** The lines at whose end braces may stand, with where they are. */
function linesOf(
  block: RootContent | null,
): readonly { line: readonly PhrasingContent[]; position: Position | undefined }[] {
  if (block?.type === 'list')
    return block.children.flatMap(({ children: [first] }) =>
      first?.type === 'paragraph' ? [{ line: first.children, position: first.position }] : [],
    );
  if (block?.type !== 'table') return [];
  return block.children.flatMap((row) => row.children.map(({ children, position }) => ({ line: children, position })));
}
