import { type Word, wordText } from '../../../contract/fill-words.ts';
import type { QuizFocus, QuizView } from '../../../contract/frame-messages.ts';
import type { SendToPlayer } from '../connect-player.ts';
import { wordsLanguage } from '../words-language.ts';
import { type BoundQuiz, bindQuiz } from './bind-quiz.ts';

/** All quizzes of the page. They come to life with the player's welcome; until then they are plain forms. */
export function findQuizzes(root: Document, send: SendToPlayer) {
  let strings: Readonly<Record<string, string>> = {};
  const word: Word = (key, gaps) => wordText(strings, wordsLanguage(), key, gaps) ?? '';
  const bound = new Map<string, BoundQuiz>();
  return {
    welcome(views: readonly QuizView[], words: Readonly<Record<string, string>>): void {
      strings = words;
      for (const view of views) this.show(view, null);
    },
    show(view: QuizView, focus: QuizFocus): void {
      const section = root.querySelector<HTMLElement>(`[data-quiz="${CSS.escape(view.id)}"]`);
      if (!section) return;
      const quiz = bound.get(view.id) ?? bindQuiz(section, view.id, send, word);
      bound.set(view.id, quiz);
      quiz.show(view, focus);
    },
  };
}
