import { question, quiz } from './checks/answering.ts';
import { axeAll, axeColours, axeStructure } from './checks/axe.ts';
import { controlContrast } from './checks/control-contrast.ts';
import { all, tabStops } from './checks/dom.ts';
import { focus, reachable } from './checks/focus.ts';
import { groups } from './checks/groups.ts';
import { motion } from './checks/motion.ts';
import { names } from './checks/names.ts';
import { opening } from './checks/opening.ts';
import { overflow } from './checks/overflow.ts';
import { skipLink } from './checks/skip-link.ts';
import { noteLiveRegions } from './checks/speech.ts';
import { structure } from './checks/structure.ts';
import { targets } from './checks/targets.ts';
import { textContrast } from './checks/text-contrast.ts';
import type { Change } from './seeded-faults/fault.ts';

// Bundled by `check-page.ts` and put into every frame of a test's browser.

/** What looks at a page as it stands, without changing it. Each gives its findings in words; none is well. */
const checks = {
  axe: axeAll,
  'axe, colours': axeColours,
  'axe, structure': axeStructure,
  structure,
  'skip link': skipLink,
  focus,
  reachable,
  'text contrast': textContrast,
  'control contrast': controlContrast,
  targets,
  groups,
  names,
  motion,
  overflow,
} as const satisfies Record<string, () => string[] | Promise<string[]>>;

export type CheckName = keyof typeof checks;

let lastStop: Element | null = null;
const sheets: CSSStyleSheet[] = [];
let changes: MutationRecord[] = [];
let sheetsBefore = 0;
const recorder = new MutationObserver((records) => changes.push(...records));

/** What fades in is judged by how it looks in the end. */
function endFading(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
}

const inPage = {
  /** Findings of each check, as `check: what`. */
  async run(names: readonly CheckName[]): Promise<string[]> {
    // A medium that was just emulated shows from the next frame on.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const found: string[] = [];
    for (const name of names) {
      if (name !== 'motion') endFading();
      for (const finding of await checks[name]()) found.push(`${name}: ${finding}`);
    }
    return found;
  },
  question,
  quiz,
  opening,
  /** The pages' policy refuses style elements, so a style comes as a sheet made by script. */
  addStyle(css: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.push(sheet);
    document.adoptedStyleSheets = sheets;
  },
  dropStyles(): void {
    sheets.length = 0;
    document.adoptedStyleSheets = [];
  },
  /** Makes the changes of a fault, but for its script. */
  put(change: Change): void {
    const { style, set, remove, empty, rename, add, title } = change;
    if (style !== undefined) inPage.addStyle(style);
    if (title !== undefined) document.title = title;
    if (remove !== undefined) for (const element of all(remove)) element.remove();
    if (empty !== undefined) for (const element of all(empty)) element.replaceChildren();
    if (set !== undefined) {
      for (const element of all(set[0])) {
        if (set[2] === null) element.removeAttribute(set[1]);
        else element.setAttribute(set[1], set[2]);
      }
    }
    if (rename !== undefined) {
      for (const element of all(rename[0])) {
        const other = document.createElement(rename[1]);
        other.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
        element.replaceWith(other);
      }
    }
    if (add !== undefined) {
      const made = document.createElement(add[1]);
      for (const [name, value] of Object.entries(add[2])) made.setAttribute(name, value);
      document.querySelector(add[0])?.append(made);
    }
  },
  /** How often Tab is to be pressed until the focus is on the first stop that matches, as far as can be counted. */
  tabsTo(selector: string): number {
    const stops = tabStops();
    const from = document.hasFocus() && document.activeElement ? document.activeElement : null;
    const wanted = stops.findIndex((stop) => stop.matches(selector));
    const before = (stop: Element): boolean =>
      from === stop || (from !== null && (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) !== 0);
    return from === null || from === document.body ? 0 : Math.max(0, wanted + 1 - stops.filter(before).length);
  },
  /** After a press of Tab: whether the focus stayed where it was, and whether it left the page. */
  stop(): readonly [isSame: boolean, isOut: boolean] {
    const isSame = document.activeElement === lastStop && document.hasFocus();
    lastStop = document.activeElement;
    return [isSame && lastStop !== document.body, !document.hasFocus() || lastStop === document.body];
  },
  /** From here on every change can be taken back. */
  record(): void {
    sheetsBefore = sheets.length;
    recorder.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
      characterDataOldValue: true,
    });
  },
  takeBack(): void {
    changes.push(...recorder.takeRecords());
    recorder.disconnect();
    for (const { type, target, attributeName, oldValue, addedNodes, removedNodes, nextSibling } of changes.reverse()) {
      if (type === 'attributes' && target instanceof Element && attributeName !== null) {
        if (oldValue === null) target.removeAttribute(attributeName);
        else target.setAttribute(attributeName, oldValue);
      } else if (type === 'characterData') target.nodeValue = oldValue;
      else {
        for (const node of addedNodes) node.parentNode === target && target.removeChild(node);
        for (const node of removedNodes) target.insertBefore(node, nextSibling);
      }
    }
    changes = [];
    sheets.length = sheetsBefore;
    document.adoptedStyleSheets = sheets;
  },
};

export type InPage = typeof inPage;
declare global {
  var accessibility: InPage;
}
globalThis.accessibility = inPage;
document.addEventListener('DOMContentLoaded', noteLiveRegions);
