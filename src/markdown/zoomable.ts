import type { Element, Properties } from 'hast';
import type { Rendering } from './rendering.ts';

/** CSS pixels that every screen shows whole; a narrower image gains nothing. */
const shownWhole = 280;

/** For the figure of an image that some screens show smaller than it is: what the page's script needs to enlarge it. */
export function zoomable(image: Element, { use, word }: Rendering): Properties {
  const width = Number(image.properties['width'] ?? 0);
  if (width <= shownWhole) return {};
  use({ style: 'zoom', script: 'zoom' });
  return { dataZoom: word('zoom.open'), dataClose: word('zoom.close') };
}
