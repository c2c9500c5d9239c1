import { fillWords, percentText } from '../../contract/fill-words.ts';
import { parseOutcome } from '../../contract/parse-outcome.ts';
import { connectPlayer } from '../page/connect-player.ts';
import type { OutcomeTools, ShowOutcome } from './outcome/outcome-tools.ts';
import { showHome } from './outcome/show-home.ts';

/** What fills each of the pages that say how the course stands. */
const shows: Readonly<Record<string, ShowOutcome>> = { _home: showHome };

// Opened alone, such a page stays as it was built.
if (window.parent !== window) {
  const page = document.body.dataset['page'] ?? '';
  const { send } = connectPlayer(parseOutcome, ({ outcome, strings }) => {
    const word: OutcomeTools['word'] = (key, gaps) => fillWords(strings[key] ?? '', gaps);
    const percent = (hundredths: number): string =>
      word('score', { score: percentText(hundredths, document.documentElement.lang) });
    shows[page]?.(outcome, { word, percent, send });
  });
  send({ kind: 'outcome', page });
}
