/** The parts of `templates/player.html` that change, by the attribute that marks them. */
export interface PlayerElements {
  readonly body: HTMLElement;
  readonly menu: HTMLElement;
  readonly previous: HTMLElement;
  readonly next: HTMLElement;
  readonly exit: HTMLElement;
  readonly save: HTMLElement;
  readonly saveText: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly progressText: HTMLElement;
  readonly sidebar: HTMLElement;
  readonly outline: HTMLElement;
  readonly drawer: HTMLDialogElement;
  readonly drawerClose: HTMLElement;
  readonly notice: HTMLElement;
  readonly noticeText: HTMLElement;
  readonly noticeRetry: HTMLElement;
  readonly noticeGo: HTMLElement;
  readonly lockedTitle: HTMLElement;
  readonly lockedText: HTMLElement;
  readonly lockedGo: HTMLElement;
  readonly lockedBack: HTMLElement;
  readonly panels: readonly HTMLElement[];
  readonly again: readonly HTMLElement[];
  readonly accept: HTMLElement;
  readonly endedText: HTMLElement;
  readonly endedResult: HTMLElement;
  readonly result: HTMLElement;
  readonly resultStatus: HTMLElement;
  readonly resultScore: HTMLElement;
  readonly resultPass: HTMLElement;
  readonly search: HTMLElement;
  readonly keys: HTMLDialogElement;
  readonly keysOn: HTMLInputElement;
  readonly keysOpen: HTMLElement;
  readonly keysClose: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly announce: HTMLElement;
}

/** All but the body and the lists; each is marked by its name in kebab case: `data-save-text`. */
const names: Readonly<Record<Exclude<keyof PlayerElements, 'body' | 'panels' | 'again'>, 0>> = {
  menu: 0,
  previous: 0,
  next: 0,
  exit: 0,
  save: 0,
  saveText: 0,
  progress: 0,
  progressText: 0,
  sidebar: 0,
  outline: 0,
  drawer: 0,
  drawerClose: 0,
  notice: 0,
  noticeText: 0,
  noticeRetry: 0,
  noticeGo: 0,
  lockedTitle: 0,
  lockedText: 0,
  lockedGo: 0,
  lockedBack: 0,
  accept: 0,
  endedText: 0,
  endedResult: 0,
  result: 0,
  resultStatus: 0,
  resultScore: 0,
  resultPass: 0,
  search: 0,
  keys: 0,
  keysOn: 0,
  keysOpen: 0,
  keysClose: 0,
  frame: 0,
  announce: 0,
};

/** Finds them all. Throws if one is missing. */
export function bindElements(root: Document): PlayerElements {
  const all = (name: string): readonly HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(`[data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`),
  ];
  const found = Object.keys(names).map((name) => {
    const [element] = all(name);
    if (!element) throw new Error(`player.html has no ${name}`);
    return [name, element];
  });
  // What each name marks in the template has the type given here; TypeScript cannot see that.
  return { ...Object.fromEntries(found), body: root.body, panels: all('panel'), again: all('again') } as PlayerElements;
}

/** Sets a text only where it differs, so that live regions speak and selections break only on a real change. */
export function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
