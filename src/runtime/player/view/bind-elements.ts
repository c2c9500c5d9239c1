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
  readonly frame: HTMLIFrameElement;
  readonly announce: HTMLElement;
}

/** Finds them all. Throws if one is missing. */
export function bindElements(root: Document): PlayerElements {
  const one = <T extends HTMLElement = HTMLElement>(name: string): T => {
    const element = root.querySelector<T>(`[data-${name}]`);
    if (!element) throw new Error(`player.html has no [data-${name}]`);
    return element;
  };
  const all = (name: string): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(`[data-${name}]`)];
  return {
    body: root.body,
    menu: one('menu'),
    previous: one('previous'),
    next: one('next'),
    exit: one('exit'),
    save: one('save'),
    saveText: one('save-text'),
    progress: one<HTMLProgressElement>('progress'),
    progressText: one('progress-text'),
    sidebar: one('sidebar'),
    outline: one('outline'),
    drawer: one<HTMLDialogElement>('drawer'),
    drawerClose: one('drawer-close'),
    notice: one('notice'),
    noticeText: one('notice-text'),
    noticeRetry: one('notice-retry'),
    lockedTitle: one('locked-title'),
    lockedText: one('locked-text'),
    lockedGo: one('locked-go'),
    lockedBack: one('locked-back'),
    panels: all('panel'),
    again: all('again'),
    accept: one('accept'),
    endedText: one('ended-text'),
    endedResult: one('ended-result'),
    result: one('result'),
    resultStatus: one('result-status'),
    resultScore: one('result-score'),
    resultPass: one('result-pass'),
    frame: one<HTMLIFrameElement>('frame'),
    announce: one('announce'),
  };
}

/** Sets a text only where it differs, so that live regions speak and selections break only on a real change. */
export function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
