import { parsePlayerMessage } from '../../contract/parse-frame-message.ts';
import { connectPlayer, type SendToPlayer } from './connect-player.ts';
import { followLinks } from './follow-links.ts';
import { watchKeys } from './watch-keys.ts';
import { watchReading } from './watch-reading.ts';

// This script is loaded without `defer`, so that the class stands before the first paint: inside the player the page
// leaves out what the player shows, and nothing moves afterwards.
const root = document.documentElement;
const framed = window.parent !== window;
/** The launch page loads this script for what the player's shares with it. */
const isLesson = !root.classList.contains('player-root');
if (isLesson) root.classList.toggle('framed', framed);

/** Milliseconds without a word from around us until the page counts as opened alone, though in a frame. */
const patience = 12_000;

function start(): void {
  // Answers go to the player, never anywhere by HTTP; without a player Enter in a quiz must not reload the page.
  document.addEventListener('submit', (event) => event.preventDefault());
  const send = framed ? startFramed() : () => {};
  for (const element of pageElements) element(document, send);
}

function startFramed(): SendToPlayer {
  const page = document.body.dataset['page'] ?? '';
  const alone = window.setTimeout(() => root.classList.remove('framed'), patience);
  const { send } = connectPlayer(parsePlayerMessage, (message) => {
    window.clearTimeout(alone);
    root.classList.add('framed');
    if (message.kind === 'quiz') {
      quizzes?.show(message.quiz, message.focus);
      return;
    }
    if (message.kind === 'flush') {
      window.dispatchEvent(new Event('flush'));
      send({ kind: 'flushed' });
      return;
    }
    if (message.kind === 'knock') return sayReady();
    if (message.page !== page) return;
    quizzes?.welcome(message.quizzes, message.strings);
    links.connect();
    reading.start(message.place, message.fragment);
  });
  const quizzes = globalThis.buildScormQuizzes?.(document, send);
  const links = followLinks(document, send);
  const reading = watchReading(page, send);
  watchKeys(document, (key) => send({ kind: 'key', key }));
  // Without its script a quiz would take answers that nobody keeps. The player loads a page again that stays silent.
  const sayReady = (): void => {
    if (quizzes || !document.querySelector('[data-quiz]')) send({ kind: 'ready', page });
  };
  sayReady();
  return send;
}

if (isLesson) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
