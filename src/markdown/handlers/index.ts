import type { Options } from 'remark-rehype';
import type { Rendering } from '../rendering.ts';
import { blankHandler } from './blank.ts';
import { blockquoteHandler } from './blockquote.ts';
import { codeHandler } from './code.ts';
import { directiveHandler } from './directive.ts';
import { footnoteReferenceHandler } from './footnote-reference.ts';
import { headingHandler } from './heading.ts';
import { imageHandler, textHandler } from './image.ts';
import { listItemHandler } from './list-item.ts';
import { inlineMathHandler, mathHandler } from './math.ts';
import { paragraphHandler } from './paragraph.ts';
import { quizPlaceHandler } from './quiz-place.ts';

export type Handlers = NonNullable<NonNullable<Options>['handlers']>;
export type Handler = NonNullable<Handlers['text']>;
export type HandlerState = Parameters<Handler>[0];

/** How markdown becomes HTML where it differs from the standard: mostly by making a slot. */
export function markdownHandlers(rendering: Rendering): Handlers {
  return {
    blank: blankHandler,
    blockquote: blockquoteHandler(rendering),
    code: codeHandler,
    containerDirective: directiveHandler,
    footnoteReference: footnoteReferenceHandler(rendering),
    heading: headingHandler(rendering),
    image: imageHandler,
    inlineMath: inlineMathHandler,
    leafDirective: directiveHandler,
    listItem: listItemHandler,
    math: mathHandler,
    paragraph: paragraphHandler,
    quizPlace: quizPlaceHandler,
    text: textHandler,
  };
}
