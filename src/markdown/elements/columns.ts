import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ContentElement } from './element.ts';
import { notePartCount, type Part, partsBox, partTitle, readParts } from './read-parts.ts';

const rules = { name: 'columns', part: 'column', least: 2, most: 3, content: 'required' } as const;

/** Two or three texts side by side, below each other on a phone. Columns without titles are divided by `---`. */
export const columns: ContentElement = {
  name: 'columns',
  form: 'container',
  label: 'none',
  attributes: {},
  style: 'columns',
  example: ':::columns',
  render: (use) => {
    const divided = dividedByRules(use.body);
    if (divided !== null) notePartCount(use, rules, divided.length);
    const parts = divided ?? readParts(use, rules).parts;
    const children = parts.map((part) =>
      h('div', { className: ['part'] }, [...partTitle(part, 'column-title'), ...part.body]),
    );
    return [partsBox('div', 'columns', parts, children)];
  },
};

function dividedByRules(body: readonly ElementContent[]): Part[] | null {
  const isRule = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'hr';
  if (!body.some(isRule)) return null;
  const parts: { heading: null; body: ElementContent[] }[] = [{ heading: null, body: [] }];
  for (const node of body) {
    if (isRule(node)) parts.push({ heading: null, body: [] });
    else parts.at(-1)?.body.push(node);
  }
  return parts.filter((part) => part.body.some((node) => node.type === 'element'));
}
