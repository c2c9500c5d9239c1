import type { VFile } from 'vfile';
import { type Compiled, type CompiledOutput, compile, type Toolbox } from './compile.ts';
import { editionsOf } from './course/editions-of.ts';
import type { Project } from './course/project.ts';
import { countMessages } from './diagnostics/format-messages.ts';
import { compareEdition } from './release/compare-edition.ts';
import type { Target } from './targets/target.ts';

export interface CompiledEdition extends Compiled {
  /** BCP 47; null for a course in one language. */
  readonly language: string | null;
}

/**
 * Compiles a course in each of its languages, the main one first, and compares the others with it. What was said of one
 * language is not said again of the next.
 *
 * @param project as it was read
 */
export async function compileEditions(
  project: Project,
  target: Target,
  toolbox: Toolbox,
): Promise<readonly CompiledEdition[]> {
  const editions = editionsOf(project);
  const done: CompiledEdition[] = [];
  const told = new Set<string>();
  let main: CompiledOutput | null = null;
  for (const edition of editions) {
    const { sources, output } = await compile(edition, target, toolbox, main?.course);
    if (output !== null && main !== null) compareEdition(main.rendered.data, output.rendered);
    main ??= output;
    const isSound = countMessages(sources).errors === 0;
    for (const file of sources) tellOnce(file, told);
    const language = editions.length > 1 ? (edition.edition?.language ?? null) : null;
    done.push({ language, sources, output: isSound ? output : null });
  }
  return done;
}

function tellOnce(file: VFile, told: Set<string>): void {
  const keyOf = ({ line, column, ruleId, reason }: VFile['messages'][number]): string =>
    JSON.stringify([file.path, line, column, ruleId, reason]);
  const fresh = file.messages.filter((message) => !told.has(keyOf(message)));
  file.messages.splice(0, file.messages.length, ...fresh);
  for (const message of fresh) told.add(keyOf(message));
}
