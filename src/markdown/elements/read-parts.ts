import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { ElementUse } from './element.ts';

/** A part of an element: what stands from one heading to the next. */
export interface Part {
  /** The heading as the author wrote it; of a part that has none, null. */
  readonly heading: Element | null;
  readonly body: readonly ElementContent[];
}

/** What an element asks of its parts. */
export interface PartRules {
  /** The element and one of its parts, as messages name them: `tabs`, `tab`. */
  readonly name: string;
  readonly part: string;
  readonly least: number;
  readonly most?: number;
  /** Whether a part is more than its title. */
  readonly content: 'required' | 'optional';
  /** Whether blocks may stand before the first heading. */
  readonly before?: 'allowed';
}

/**
 * Divides what stands in an element at its headings, as a quiz is divided into questions: the first heading sets the
 * level, a deeper one belongs to the part it stands in. What an author forgot becomes a message.
 */
export function readParts(use: ElementUse, rules: PartRules): { before: ElementContent[]; parts: Part[] } {
  const { before, parts } = splitAtHeadings(use.body);
  const { note } = use.rendering;
  const first = before.find((node) => node.type === 'element');
  if (rules.before !== 'allowed' && first !== undefined && parts.length > 0) {
    note('part-outside', {
      reason: `Text stands before the first ${rules.part} of \`${rules.name}\``,
      fix: `Move it above \`:::${rules.name}\`, or begin the ${rules.part} with a heading: \`### Title\``,
      at: first.position ?? use.position,
    });
  }
  notePartCount(use, rules, parts.length);
  for (const { heading, body } of parts) notePart(use, rules, heading, body);
  return { before, parts };
}

/** Says that an element has too few or too many parts. */
export function notePartCount({ rendering, position }: ElementUse, rules: PartRules, count: number): void {
  const { name, part, least, most = Number.POSITIVE_INFINITY } = rules;
  if (count >= least && count <= most) return;
  const reason =
    count === 0
      ? `\`${name}\` has no ${part}`
      : `\`${name}\` has ${count === 1 ? `only one ${part}` : `${count} ${part}s`}`;
  const fix =
    count > most
      ? `Write at most ${most}: more cannot be read side by side`
      : `Begin each ${part} with a heading: \`### Title\`${count === 0 ? '' : `; it takes at least ${least}`}`;
  rendering.note('part-count', { reason, fix, at: position });
}

function notePart(
  { rendering, position }: ElementUse,
  { name, part, content }: PartRules,
  heading: Element | null,
  body: readonly ElementContent[],
): void {
  const at = heading?.position ?? position;
  const title = heading === null ? '' : textOf(heading).trim();
  if (heading !== null && title === '') {
    rendering.note('part-empty', {
      reason: `One ${part} of \`${name}\` has no title`,
      fix: 'Write its title into the heading: `### Title`',
      at,
    });
  } else if (content === 'required' && !body.some((node) => node.type === 'element')) {
    rendering.note('part-empty', {
      reason: `The ${part} \`${title}\` is empty`,
      fix: `Write something below its heading, or remove the ${part}`,
      at,
    });
  }
}

function splitAtHeadings(body: readonly ElementContent[]): { before: ElementContent[]; parts: Part[] } {
  const before: ElementContent[] = [];
  const parts: { heading: Element; body: ElementContent[] }[] = [];
  let level = 0;
  for (const node of body) {
    const written = node.type === 'element' ? headingLevel(node) : 0;
    if (node.type === 'element' && written > 0 && (level === 0 || written <= level)) {
      level ||= written;
      parts.push({ heading: node, body: [] });
    } else (parts.at(-1)?.body ?? before).push(node);
  }
  return { before, parts };
}

/** @returns the level of a heading that the author wrote as such, 0 of anything else */
export function headingLevel({ tagName }: Element): number {
  return Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
}

/**
 * The title of a part, still a heading: people with screen readers go from one to the next. Its level follows from
 * where the element stands (see `partsBox`).
 */
export function partTitle({ heading }: Part, className: string, children = heading?.children ?? []): Element[] {
  if (heading === null) return [];
  const { id } = heading.properties;
  const title = h(heading.tagName, { className: ['part-title', className], id }, children);
  if (heading.position !== undefined) title.position = heading.position;
  return [title];
}

/**
 * The box around parts. Headings in it are one level below the section they stand in, whatever level the author gave
 * them, and no part of the page's outline.
 */
export function partsBox(tag: string, className: string, parts: readonly Part[], children: ElementContent[]): Element {
  const heading = parts[0]?.heading;
  const box = h(tag, { className: ['element', className] }, children);
  if (heading != null) box.data = { partLevel: headingLevel(heading) };
  return box;
}
