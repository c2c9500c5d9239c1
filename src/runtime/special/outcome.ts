import { wordText } from '../../contract/fill-words.ts';
import { parseOutcome } from '../../contract/parse-outcome.ts';
import { connectPlayer } from '../page/connect-player.ts';
import { wordsLanguage } from '../page/words-language.ts';
import type { OutcomeTools, ShowOutcome } from './outcome/outcome-tools.ts';
import { showCertificate } from './outcome/show-certificate.ts';
import { showEnd } from './outcome/show-end.ts';
import { showHome } from './outcome/show-home.ts';
import { showReview } from './outcome/show-review.ts';

/** What fills each of the pages that say how the course stands. */
const shows: Readonly<Record<string, ShowOutcome>> = {
  _home: showHome,
  _end: showEnd,
  _review: showReview,
  _certificate: showCertificate,
};

const part: OutcomeTools['part'] = (name) => document.querySelector<HTMLElement>(`[data-${name}]`);

// Opened alone, such a page stays as it was built.
if (window.parent !== window) {
  const page = document.body.dataset['page'] ?? '';
  const { send } = connectPlayer(parseOutcome, ({ outcome, strings }) => {
    const word: OutcomeTools['word'] = (key, gaps) => wordText(strings, wordsLanguage(), key, gaps) ?? '';
    const percent = (hundredths: number): string => word('score', { score: hundredths / 100 });
    document.documentElement.dataset['told'] = '';
    part('told-part')?.removeAttribute('hidden');
    shows[page]?.(outcome, { word, percent, part, send });
  });
  part('leave')?.addEventListener('click', () => send({ kind: 'exit' }));
  part('print')?.addEventListener('click', () => window.print());
}
