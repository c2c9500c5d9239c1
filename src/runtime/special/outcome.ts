import { wordText } from '../../contract/fill-words.ts';
import { parseOutcome } from '../../contract/parse-outcome.ts';
import { connectPlayer } from '../page/connect-player.ts';
import { wordsLanguage } from '../page/words-language.ts';
import type { OutcomeTools, ShowOutcome } from './outcome/outcome-tools.ts';
import { showHome } from './outcome/show-home.ts';

/** What fills each of the pages that say how the course stands. */
const shows: Readonly<Record<string, ShowOutcome>> = { _home: showHome };

// Opened alone, such a page stays as it was built.
if (window.parent !== window) {
  const page = document.body.dataset['page'] ?? '';
  const { send } = connectPlayer(parseOutcome, ({ outcome, strings }) => {
    const word: OutcomeTools['word'] = (key, gaps) => wordText(strings, wordsLanguage(), key, gaps) ?? '';
    const percent = (hundredths: number): string => word('score', { score: hundredths / 100 });
    shows[page]?.(outcome, { word, percent, send });
  });
  send({ kind: 'outcome', page });
}
