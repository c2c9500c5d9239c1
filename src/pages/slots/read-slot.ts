import mustache from 'mustache';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { report } from '../../diagnostics/report.ts';
import type { RuleId } from '../../diagnostics/rules.ts';

/** Stand for a tag of mustache while the HTML around it is made safe: private characters that no keyboard writes. */
const open = '\uE000';
const close = '\uE001';
const filler = '\uE002';

/** An author's template with its tags hidden from the HTML parser. */
export interface HiddenTags {
  /** As long as the template, line by line, so that places in it stay right. */
  readonly html: string;
  /** Puts the tags back. */
  readonly restore: (text: string) => string;
}

/**
 * Checks the mustache of a template. What is wrong with it is a message on its file.
 *
 * @param values names that may stand in tags, such as `lesson.title`
 * @returns null if the template cannot be used
 */
export function readSlot(file: VFile, values: readonly string[]): HiddenTags | null {
  const text = String(file.value);
  const place = (offset: number): Point => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
  };
  let isUsable = true;
  const refuse = (rule: RuleId, offset: number, reason: string, fix: string): void => {
    report(file, rule, { reason, fix, at: place(offset) });
    isUsable = false;
  };
  const tokens = parse(text, (offset, reason) =>
    refuse('slot-syntax', offset, reason, 'Write `{{name}}`, and close each `{{#name}}` by `{{/name}}`'),
  );
  for (const { kind, name, at, inside } of tagsIn(tokens, [])) {
    if (kind === '!') continue;
    if (kind === '>' || kind === '=' || kind === '&') {
      const fix = kind === '&' ? `Write \`{{${name}}}\`, with two braces` : 'Remove it';
      const [tag = ''] = /^\{\{[\s\S]*?\}\}+/.exec(text.slice(at)) ?? [];
      refuse('slot-syntax', at, `\`${tag}\` is not for slots`, fix);
    } else if (!isKnown(name, inside, values)) {
      const sections = inside.map((section) => `${section}.`);
      const near = values.flatMap((value) =>
        sections.flatMap((each) => (value.startsWith(each) ? value.slice(each.length) : [])),
      );
      const meant = didYouMean(name, [...values, ...near]);
      const fix =
        meant === null ? `It has ${values.map((each) => `\`${each}\``).join(', ')}` : `Did you mean \`${meant}\`?`;
      refuse('slot-value', at, `\`${name}\` is not told to this slot`, fix);
    } else if (/\b(?:href|src)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$/i.test(text.slice(0, at))) {
      refuse('slot-syntax', at, 'A value cannot be part of an address', 'Write the address in full');
    }
  }
  return isUsable ? hideTags(text) : null;
}

/** `{{.}}` and the parts of what a section is about are known inside it. */
function isKnown(name: string, inside: readonly string[], values: readonly string[]): boolean {
  if (name === '.') return inside.length > 0;
  const names = [name, ...inside.map((section) => `${section}.${name}`)];
  return values.some((value) => names.some((each) => value === each || value.startsWith(`${each}.`)));
}

interface Tag {
  /** `name`, `#`, `^`, `&`, `>`, `=` or `!`. */
  readonly kind: string;
  readonly name: string;
  readonly at: number;
  readonly inside: readonly string[];
}

type Token = readonly [kind: string, name: string, start: number, end: number, children?: readonly Token[]];

function tagsIn(tokens: readonly Token[], inside: readonly string[]): readonly Tag[] {
  return tokens.flatMap(([kind, name, at, , children]): readonly Tag[] => {
    if (kind === 'text') return [];
    const below = Array.isArray(children) ? tagsIn(children, kind === '#' ? [...inside, name] : inside) : [];
    return [{ kind, name, at, inside }, ...below];
  });
}

function parse(text: string, fail: (offset: number, reason: string) => void): readonly Token[] {
  try {
    return mustache.parse(text) as unknown as readonly Token[];
  } catch (problem) {
    // "Unclosed section "lesson" at 42"
    const [, said = String(problem), offset = '0'] = /^(?:Error: )?(.*) at (\d+)$/.exec(String(problem)) ?? [];
    // Where a tag is not closed, the place is the end of the text.
    const isTag = said === 'Unclosed tag';
    const section = /^Unclosed section "(.*)"$/.exec(said)?.[1];
    const at =
      section === undefined ? text.lastIndexOf('{{', isTag ? text.length : Number(offset)) : openingOf(section, text);
    fail(Math.max(0, at), isTag ? 'The tag is not closed by `}}`' : said.replaceAll('"', '`'));
    return [];
  }
}

const openingOf = (section: string, text: string): number =>
  Math.max(text.lastIndexOf(`{{#${section}`), text.lastIndexOf(`{{^${section}`));

function hideTags(text: string): HiddenTags {
  const tags: string[] = [];
  const html = text.replaceAll(/\{\{[\s\S]*?\}\}/g, (tag) => {
    tags.push(tag);
    return (open + tags.length + close).padEnd(tag.length, filler);
  });
  const restore = (made: string): string =>
    made.replaceAll(new RegExp(`${open}(\\d+)${close}${filler}*`, 'g'), (_, number) => tags[Number(number) - 1] ?? '');
  return { html, restore };
}
