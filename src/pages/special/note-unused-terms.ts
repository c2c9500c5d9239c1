import type { Course } from '../../course/course.ts';
import { report } from '../../diagnostics/report.ts';
import type { PageGathering } from '../page-gathering.ts';

/** Says which terms of the glossary are used nowhere. To be asked when all pages are rendered. */
export function noteUnusedTerms({ glossary }: Course, { terms }: PageGathering): void {
  // A term with a twin, for example, has said enough.
  if (glossary?.file.messages.some((message) => message.fatal)) return;
  const used = new Set([...terms.values()].flatMap((ids) => [...ids]));
  for (const { id, term, position } of glossary?.terms ?? []) {
    if (used.has(id) || glossary === undefined) continue;
    report(glossary.file, 'term-unused', {
      reason: `\`${term}\` is defined but never used`,
      fix: `Link to it where it is used, \`[${term}](glossary.yml)\`, or remove it`,
      at: position,
    });
  }
}
