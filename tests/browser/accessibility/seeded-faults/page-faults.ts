import type { Fault } from './fault.ts';

const check = '[data-question="loading"] [data-check]';
const options = '[data-question="loading"] input';
const option = '[data-question="loading"] [data-option]:first-child';

/** Put into the lesson `harbor` of the course `every`. */
export const pageFaults: readonly Fault[] = [
  // The page as a whole.
  { name: 'no language', breaks: '3.1.1', set: ['html', 'lang', null] },
  { name: 'a language that is none', breaks: '3.1.1', set: ['html', 'lang', 'english please'] },
  { name: 'Arabic from left to right', breaks: '1.3.2', set: ['html', 'lang', 'ar'] },
  { name: 'no title', breaks: '2.4.2', remove: 'title' },
  { name: 'one title for all pages', breaks: '2.4.2', title: 'My course' },
  {
    name: 'no zooming',
    breaks: '1.4.4',
    set: ['meta[name="viewport"]', 'content', 'user-scalable=no, maximum-scale=1'],
  },
  { name: 'a page that reloads', breaks: '2.2.1', add: ['head', 'meta', { 'http-equiv': 'refresh', content: '600' }] },
  { name: 'a list that is none', breaks: '1.3.1', add: ['main ul', 'div', {}] },

  // Headings, landmarks, the way past them.
  { name: 'no h1', breaks: '1.3.1', rename: ['h1', 'p'] },
  { name: 'two of h1', breaks: '1.3.1', rename: ['main h3', 'h1'] },
  { name: 'a skipped heading', breaks: '1.3.1', rename: ['main h3', 'h5'] },
  { name: 'an empty heading', breaks: '2.4.6', empty: '.prose > h2' },
  { name: 'no main part', breaks: '1.3.1', set: ['main', 'role', 'presentation'] },
  { name: 'no skip link', breaks: '2.4.1', remove: '.skip-link' },
  {
    name: 'a stop before the skip link',
    breaks: '2.4.1',
    script: () => document.body.append(document.querySelector('.skip-link') ?? ''),
  },
  { name: 'a skip link to nowhere', breaks: '2.4.1', set: ['.skip-link', 'href', '#nowhere'] },
  { name: 'a skip link to the top', breaks: '2.4.1', set: ['main', 'tabindex', null] },
  {
    name: 'a skip link never seen',
    breaks: '2.4.7',
    style:
      '.skip-link:focus { inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; clip-path: inset(50%) }',
  },

  // Pictures, tables, links, media.
  { name: 'an image without alt', breaks: '1.1.1', set: ['main img', 'alt', null] },
  { name: 'a file name as alt', breaks: '1.1.1', set: ['main img', 'alt', 'pier-final2.png'] },
  { name: 'a table without headers', breaks: '1.3.1', rename: ['th', 'td'] },
  { name: 'a link without a name', breaks: '2.4.4', empty: '.prose > p a' },
  {
    name: 'links by colour alone',
    breaks: '1.4.1',
    style: 'main p a { text-decoration: none !important; border: 0 !important }',
  },
  { name: 'a film that starts alone', breaks: '1.4.2', add: ['.prose', 'video', { autoplay: '', controls: '' }] },
  { name: 'a film without captions', breaks: '1.2.2', add: ['.prose', 'video', { controls: '' }] },
  { name: 'a frame without a title', breaks: '4.1.2', add: ['.prose', 'iframe', {}] },

  // Controls: names, groups, roles.
  { name: 'an option without a label', breaks: '1.3.1', remove: `${option} label` },
  { name: 'a label of nothing', breaks: '1.3.1', set: [`${option} label`, 'for', null] },
  { name: 'a question without a legend', breaks: '1.3.1', remove: '[data-question="loading"] legend' },
  {
    name: 'radios of different names',
    breaks: '1.3.1',
    script: () => {
      for (const radio of document.querySelectorAll('[data-question="loading"] input'))
        radio.setAttribute('name', radio.id);
    },
  },
  { name: 'radios without a name', breaks: '1.3.1', set: [options, 'name', null] },
  { name: 'chosen beforehand', breaks: '3.3.2', set: [`${option} input`, 'checked', ''] },
  { name: 'a placeholder as label', breaks: '3.3.2', add: ['.prose', 'input', { placeholder: 'Your answer' }] },
  { name: 'a button without a name', breaks: '4.1.2', empty: check },
  {
    name: 'a button named by a sign',
    breaks: '2.4.6',
    script: () => document.querySelector('[data-check]')?.replaceChildren('→'),
  },
  { name: 'a name that is not seen', breaks: '2.5.3', set: [check, 'aria-label', 'Submit'] },
  { name: 'two buttons of one name', breaks: '2.4.6', set: ['[data-check]', 'aria-describedby', null] },
  {
    name: 'a button made of a div',
    breaks: '2.1.1',
    script: () =>
      document
        .querySelector('[data-check]')
        ?.replaceWith(Object.assign(document.createElement('div'), { textContent: 'Check', className: 'button' })),
  },
  { name: 'a button that Tab misses', breaks: '2.1.1', set: [check, 'tabindex', '-1'] },
  { name: 'an order of Tab of its own', breaks: '2.4.3', set: [check, 'tabindex', '3'] },
  {
    name: 'a stop hidden from readers',
    breaks: '4.1.2',
    set: ['[data-question="loading"] .question-actions', 'aria-hidden', 'true'],
  },
  { name: 'a role that is none', breaks: '4.1.2', set: [check, 'role', 'buton'] },
  { name: 'one id twice', breaks: '4.1.2', set: [options, 'id', 'same'] },
  { name: 'tabs without their role', breaks: '4.1.2', set: ['[role="tab"]', 'role', null] },
  { name: 'a tab that is never chosen', breaks: '4.1.2', set: ['[role="tab"]', 'tabindex', '-1'] },

  // Colours.
  { name: 'pale text', breaks: '1.4.3', style: 'main p { color: #999 }' },
  { name: 'pale text on a card', breaks: '1.4.3', style: '.question { background: #888 }' },
  { name: 'dark text in the dark', breaks: '1.4.3', seen: 'dark', style: 'main p { color: #555 }' },
  { name: 'a light card in the dark', breaks: '1.4.3', seen: 'dark', style: '.question { background: #fff }' },
  {
    name: 'pale edges of fields',
    breaks: '1.4.11',
    style: 'input { appearance: none; border: 1px solid #ddd; background: #fff }',
  },
  {
    name: 'edges gone in the dark',
    breaks: '1.4.11',
    seen: 'dark',
    style: 'input { appearance: none; border: 1px solid #2a2a2a; background: transparent }',
  },
  {
    name: 'own colours in forced ones',
    breaks: '1.4.3',
    seen: 'forced',
    style: 'main p { forced-color-adjust: none; color: #bbb }',
  },

  // Focus.
  {
    name: 'no focus ring',
    breaks: '2.4.7',
    style:
      ':focus-visible, :focus-visible + *, :focus-visible::before { outline: none !important; box-shadow: none !important }',
  },
  { name: 'no focus ring on buttons', breaks: '2.4.7', style: '.button:focus-visible { outline: 0 }' },
  { name: 'a pale focus ring', breaks: '1.4.11', style: ':root { --focus: #ddd }' },
  { name: 'a dark ring in the dark', breaks: '1.4.11', seen: 'dark', style: ':root { --focus: #333 }' },
  {
    name: 'a ring of shadow, forced',
    breaks: '2.4.7',
    seen: 'forced',
    style: ':focus-visible { outline: none; box-shadow: 0 0 0 3px #1257d6 }',
  },
  {
    name: 'a sheet over the focus',
    breaks: '2.4.11',
    style:
      'main::after { content: ""; position: fixed; inset: 0; z-index: 9; background: #fff } main { pointer-events: none } main::after { pointer-events: auto }',
  },
  {
    name: 'a stop outside the window',
    breaks: '2.4.7',
    style: '[data-check] { position: absolute; inset-inline-start: -9999px }',
  },
  {
    name: 'focus that opens',
    breaks: '3.2.1',
    script: () => {
      const details = document.querySelector('details');
      document
        .querySelector('[data-check]')
        ?.addEventListener('focus', () => details?.setAttribute('open', ''), { once: true });
    },
  },

  // Size, room and movement.
  {
    name: 'small targets',
    breaks: '2.5.8',
    style:
      '[data-check] { min-block-size: 0 !important; padding: 0 !important; line-height: 1 !important; font-size: 12px !important }',
  },
  { name: 'a page of fixed width', breaks: '1.4.10', seen: 'narrow', style: 'main { inline-size: 800px }' },
  {
    name: 'a line that does not break',
    breaks: '1.4.10',
    seen: 'narrow',
    style: 'main p { white-space: nowrap !important }',
  },
  {
    name: 'cut off when spaced',
    breaks: '1.4.12',
    seen: 'spaced',
    style: '.prose > p { block-size: 2.2em; overflow: hidden }',
  },
  { name: 'cut off when large', breaks: '1.4.4', seen: 'large', style: 'h1 { block-size: 60px; overflow: hidden }' },
  {
    name: 'movement, though not wanted',
    breaks: '2.2.2',
    style: '@keyframes slide { to { translate: 40px } } h2 { animation: slide 2s infinite }',
  },
  { name: 'scrolling, though not wanted', breaks: '2.3.3', style: 'html { scroll-behavior: smooth }' },
];

/** Put into the player around it. */
export const playerFaults: readonly Fault[] = [
  { name: 'the lesson without a title', breaks: '4.1.2', set: ['iframe', 'title', null] },
  { name: 'contents without a name', breaks: '1.3.1', set: ['nav', 'aria-label', null] },
  { name: 'no page is the current one', breaks: '4.1.2', set: ['[aria-current]', 'aria-current', null] },
  { name: 'progress without a name', breaks: '1.1.1', set: ['progress', 'aria-label', null] },
  { name: 'an arrow without words', breaks: '4.1.2', remove: '[data-search] .visually-hidden' },
  {
    name: 'signs gone, forced',
    breaks: '1.4.11',
    seen: 'forced',
    style: '.icon { background: Canvas !important; forced-color-adjust: none }',
  },
  { name: 'a bar too wide for a phone', breaks: '1.4.10', seen: 'narrow', style: '.bar { inline-size: 700px }' },
  {
    name: 'a banner over the bar',
    breaks: '2.4.11',
    style:
      '.bar::after { content: ""; position: fixed; inset: 0; z-index: 5; background: #fff } .bar { pointer-events: none } .bar::after { pointer-events: auto }',
  },
];
