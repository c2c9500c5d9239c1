import { details } from './details.ts';
import type { ContentElement } from './element.ts';
import { reference } from './reference.ts';

/** Every content element. */
export const contentElements: readonly ContentElement[] = [details, reference];
