import type { Element, ElementContent } from 'hast';
import type { PageParts } from '../page-parts.ts';
import type { Rendering } from '../rendering.ts';

/**
 * A content element: what an author writes as a directive. One file and one line in `index.ts` make a new one; its
 * `style` and `script` name the files of its look and its life in the browser, if it has them.
 */
export interface ContentElement extends PageParts {
  readonly name: string;
  /** `container` is written `:::name … :::`, `leaf` is `::name`. */
  readonly form: 'container' | 'leaf';
  /** The words in brackets: `:::name[label]`. */
  readonly label: 'required' | 'optional' | 'none';
  readonly attributes: Readonly<Record<string, 'required' | 'optional'>>;
  /** How it is written, shown in messages. */
  readonly example: string;
  /** Makes its HTML from parts that are safe already. Only called when form, label and attributes are as declared. */
  readonly render: (use: ElementUse) => readonly ElementContent[];
}

/** One use of an element in a text. */
export interface ElementUse {
  readonly label: ElementContent[] | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** Content between the fences; elements inside are rendered. */
  readonly body: ElementContent[];
  /** The place for messages, and for elements made whose address is checked later. */
  readonly position: Element['position'];
  readonly rendering: Rendering;
}
