import { audio } from './audio.ts';
import { compare } from './compare.ts';
import { details } from './details.ts';
import { download } from './download.ts';
import type { ContentElement } from './element.ts';
import { embed } from './embed.ts';
import { reference } from './reference.ts';
import { video } from './video.ts';

/** Every content element. */
export const contentElements: readonly ContentElement[] = [audio, compare, details, download, embed, reference, video];
