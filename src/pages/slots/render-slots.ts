import type { RootContent } from 'mdast';
import mustache from 'mustache';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Course } from '../../course/course.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { report } from '../../diagnostics/report.ts';
import { toHtml } from '../../markdown/to-html.ts';
import { escapeHtml } from '../draw-template.ts';
import type { PageGathering } from '../page-gathering.ts';
import { readSlot } from './read-slot.ts';
import { isSlotName, type SlotName, slotPlaces } from './slot-table.ts';

/** The slots that an author fills. */
export interface Slots {
  readonly isEmpty: boolean;
  /**
   * HTML of a slot; empty if it is not filled.
   *
   * @param values by name, such as `lesson: { title }`; the course's own are there in any case
   * @param attributes for its element, such as the language where it differs from the page's
   */
  readonly fill: (name: SlotName, values?: object, attributes?: string) => string;
}

const sourceName = /^templates\/(.+?)(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?\.html$/;

/** What only the player knows stands on the page as a place for it; without quotes, so that it stays inside of any. */
const places: Readonly<Record<string, object>> = {
  learner: { name: '<span dir=auto data-name></span>' },
  result: { score: '<span data-certificate-score></span>', date: '<span data-date></span>' },
};
const filledByPlayer: ReadonlySet<string> = new Set(
  Object.values(places).flatMap((values) => Object.values(values) as string[]),
);

/**
 * Makes an author's templates safe, once, as the HTML in lessons is; values are put in only then, escaped. Must be called
 * before links are finished. What is wrong with a template is a message on its file.
 */
export function renderSlots(course: Course, templates: readonly VFile[], gathering: PageGathering): Slots {
  const safe = new Map<SlotName, string>();
  for (const { name, file } of chosen(templates, course.language)) {
    const hidden = readSlot(file, slotPlaces[name].values);
    if (hidden === null) continue;
    const { length } = file.messages;
    const start = { line: 1, column: 1, offset: 0 };
    const node: RootContent = { type: 'html', value: hidden.html, position: { start, end: start } };
    const tree = gathering.render([node], file, `${name}-`, 2);
    // A slot may stand on a page several times.
    visit(tree, 'element', ({ properties }) => void delete properties['id']);
    const html = toHtml(tree);
    for (const message of file.messages.slice(length)) message.reason = hidden.restore(message.reason);
    const template = hidden.restore(html);
    if (isTemplate(template)) safe.set(name, template);
    else {
      report(file, 'slot-syntax', {
        reason: 'One end of a section goes away with HTML that is not allowed',
        fix: 'Remove that HTML, or put both tags of the section on the same side of it',
        at: { line: 1, column: 1 },
      });
    }
  }
  const own = {
    title: course.title,
    description: course.description,
    version: course.version,
    language: course.language,
  };
  return {
    isEmpty: safe.size === 0,
    fill: (name, values = {}, attributes = '') => {
      const template = safe.get(name);
      if (template === undefined) return '';
      const written = (value: unknown): string =>
        filledByPlayer.has(String(value)) ? String(value) : escapeHtml(value);
      const html = mustache.render(template, { course: own, ...places, ...values }, {}, { escape: written });
      return `<div class="slot slot-${name}"${attributes}>${html.trim()}</div>`;
    },
  };
}

function isTemplate(text: string): boolean {
  try {
    mustache.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The templates whose names are slots, each in the course's language if it is there in that. */
function chosen(templates: readonly VFile[], language: string): readonly { name: SlotName; file: VFile }[] {
  const bySlot = new Map<SlotName, { readonly file: VFile; readonly isOwn: boolean }>();
  for (const file of templates) {
    const [, name = '', tag] = sourceName.exec(String(file.data['source'] ?? '')) ?? [];
    if (!isSlotName(name)) {
      const meant = didYouMean(name, Object.keys(slotPlaces));
      report(file, 'slot-unknown', {
        reason: `\`${name}\` is not a place that can be filled`,
        fix:
          meant === null
            ? `Known places: ${Object.keys(slotPlaces).join(', ')}`
            : `Did you mean \`templates/${meant}.html\`?`,
        at: { line: 1, column: 1 },
      });
      continue;
    }
    const isOwn = tag?.toLowerCase() === language.toLowerCase();
    if (isOwn || (tag === undefined && !bySlot.get(name)?.isOwn)) bySlot.set(name, { file, isOwn });
  }
  return [...bySlot].map(([name, { file }]) => ({ name, file }));
}
