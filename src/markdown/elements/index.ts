import { accordion } from './accordion.ts';
import { audio } from './audio.ts';
import { cards } from './cards.ts';
import { checklist } from './checklist.ts';
import { columns } from './columns.ts';
import { compare } from './compare.ts';
import { details } from './details.ts';
import { download } from './download.ts';
import type { ContentElement } from './element.ts';
import { embed } from './embed.ts';
import { flipCards } from './flip-cards.ts';
import { quote } from './quote.ts';
import { reference } from './reference.ts';
import { steps } from './steps.ts';
import { tabs } from './tabs.ts';
import { timeline } from './timeline.ts';
import { tryIt } from './try-it.ts';
import { video } from './video.ts';

/** Every content element. */
export const contentElements: readonly ContentElement[] = [
  accordion,
  audio,
  cards,
  checklist,
  columns,
  compare,
  details,
  download,
  embed,
  flipCards,
  quote,
  reference,
  steps,
  tabs,
  timeline,
  tryIt,
  video,
];
