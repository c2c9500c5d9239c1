import { all, named } from './dom.ts';

const moving =
  /\ball\b|transform|translate|scale|rotate|inset|top|left|right|bottom|width|height|margin|size|position/i;

/** Movement for who asked for less of it (WCAG 2.2, 2.2.2; C39). The browser must ask for reduced motion. */
export function motion(): string[] {
  const found: string[] = [];
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) found.push('the browser does not ask for less motion');
  for (const { effect } of document.getAnimations()) {
    if (!(effect instanceof KeyframeEffect) || effect.target === null) continue;
    const isMoving = effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => moving.test(name)));
    // Something that fades in moves nobody; what goes on for ever is in the way of reading, whatever it is.
    if (isMoving || effect.getTiming().iterations === Number.POSITIVE_INFINITY)
      found.push(`${named(effect.target)} is animated`);
  }
  for (const element of [document.documentElement, ...all('body, body *')]) {
    const style = getComputedStyle(element);
    if (style.scrollBehavior === 'smooth') found.push(`${named(element)} scrolls smoothly`);
    const lasts = style.transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.01);
    if (lasts && moving.test(style.transitionProperty)) found.push(`${named(element)} moves by transition`);
    if (element instanceof HTMLMediaElement && element.autoplay) found.push(`${named(element)} plays by itself`);
    if (element instanceof HTMLVideoElement && !element.querySelector('track[kind="captions"]'))
      found.push(`${named(element)} has no captions`);
  }
  return found;
}
