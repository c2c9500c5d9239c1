import type { ElementContent } from 'hast';
import { createLowlight } from 'lowlight';
import { grammars } from './grammars.ts';

/** A block of code, ready to be coloured. */
export interface Code {
  /** A name of `codeLanguages`. */
  readonly grammar: string;
  readonly text: string;
}

/** Colours code, or gives what was prepared. The nodes are the caller's to change. */
export type CodeSource = (code: Code) => ElementContent[];

const lowlight = createLowlight();

/**
 * Colours code at build time. Grammars are made on first use.
 *
 * @returns spans of class `hljs-…`
 */
export function colourCode({ grammar, text }: Code): ElementContent[] {
  const definition = Object.hasOwn(grammars, grammar) ? grammars[grammar] : undefined;
  if (definition === undefined) return [{ type: 'text', value: text }];
  if (!lowlight.registered(grammar)) lowlight.register(grammar, definition);
  return lowlight.highlight(grammar, text).children.filter((node) => node.type !== 'doctype');
}
