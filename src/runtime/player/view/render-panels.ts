import { withRules } from '../../../contract/features.ts';
import type { PlayerModel, SaveSign } from '../player-model.ts';
import { type PlayerElements, setText } from './bind-elements.ts';
import type { ViewTools } from './create-view.ts';

/** What is said at the end, by the save sign; `lost` is unsaved and nowhere kept. */
const endings: Readonly<Record<SaveSign | 'lost', string>> = {
  saved: 'ended.text',
  saving: 'ended.text',
  review: 'ended.textReview',
  local: 'ended.textLocal',
  unsaved: 'ended.textUnsaved',
  lost: 'ended.textLost',
  none: 'ended.textUntracked',
};

/** The special page that a notice leads to. */
export const noticeWays: Readonly<Record<string, string>> = {
  'notice.resumed': '_home',
  'notice.finished': '_end',
};

/** The lesson's frame, or what stands in its place before, instead and after; and the notice over it. */
export function renderPanels(
  elements: PlayerElements,
  model: PlayerModel,
  last: PlayerModel | null,
  { course, word, percent }: ViewTools,
): void {
  const running = model.phase === 'running';
  const { blocked } = model;
  const place = running && blocked !== null ? 'locked' : model.phase;
  elements.frame.hidden = place !== 'running';
  for (const panel of elements.panels) panel.hidden = panel.dataset['panel'] !== place;
  if (withRules && blocked !== null) {
    const { title, page, reason } = blocked.lock;
    setText(elements.lockedTitle, word('lock.title', { page: blocked.page }));
    setText(elements.lockedText, `${word(reason, { title })}.`);
    setText(elements.lockedGo, word('lock.go', { page: course.pages.find(({ id }) => id === page)?.title ?? title }));
  }

  const titleOf = (id: string): string =>
    [...course.pages, ...(course.specials ?? [])].find((page) => page.id === id)?.title ?? '';
  const notice = running ? model.notice : null;
  elements.notice.dataset['notice'] = notice ?? '';
  setText(elements.noticeText, notice === null ? '' : word(notice, { page: titleOf(model.place) }));
  elements.noticeRetry.hidden = !notice?.startsWith('notice.unsaved');
  setText(elements.noticeGo, titleOf(noticeWays[notice ?? ''] ?? ''));
  elements.noticeGo.hidden = elements.noticeGo.textContent === '';

  if (model.phase === 'ended') {
    setText(elements.endedText, word(endings[model.save === 'unsaved' && !model.journaled ? 'lost' : model.save]));
    const { status, score, pass } = model.result;
    const facts = [
      word(`result.status.${status}`),
      word('player.done', { done: model.done, total: model.total }),
      score === null ? '' : word('result.score', { score: percent(score) }),
      pass === null ? '' : word('result.pass', { pass: percent(pass) }),
    ].filter(Boolean);
    if (elements.endedResult.textContent !== facts.join('')) {
      elements.endedResult.replaceChildren(
        ...facts.map((text) => {
          const fact = elements.endedResult.ownerDocument.createElement('span');
          fact.textContent = text;
          return fact;
        }),
      );
    }
    elements.endedResult.dataset['status'] = status;
  }

  // What replaces the lesson takes the focus along, else it would be lost with what had it.
  const isNew = last?.phase !== model.phase || (blocked !== null && last.blocked?.page !== blocked.page);
  if (place !== 'running' && last && isNew) {
    elements.panels
      .find((panel) => !panel.hidden)
      ?.querySelector<HTMLElement>('h2[tabindex]')
      ?.focus();
  }
}
