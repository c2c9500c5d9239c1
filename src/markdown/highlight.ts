import type { ElementContent } from 'hast';
import { createLowlight } from 'lowlight';
import { grammars } from './grammars.ts';

const lowlight = createLowlight();

/**
 * Colours code at build time. Grammars are made on first use.
 *
 * @param grammar a name of `codeLanguages`
 * @returns spans of class `hljs-…`
 */
export function highlight(grammar: string, text: string): ElementContent[] {
  const definition = Object.hasOwn(grammars, grammar) ? grammars[grammar] : undefined;
  if (definition === undefined) return [{ type: 'text', value: text }];
  if (!lowlight.registered(grammar)) lowlight.register(grammar, definition);
  return lowlight.highlight(grammar, text).children.filter((node) => node.type !== 'doctype');
}
