import type { FilmMessage } from '../../contract/film-messages.ts';
import { frameEnvelope, type PageMessage } from '../../contract/frame-messages.ts';

export type SendToPlayer = (message: PageMessage | FilmMessage) => void;

/**
 * The page's end of the conversation. Messages of any other window than the one around us, and messages of no known
 * form, are not heard.
 *
 * @param parse gives null for what is no message of the player
 */
export function connectPlayer<T>(
  parse: (value: unknown) => T | null,
  hear: (message: T) => void,
): { readonly send: SendToPlayer } {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    const message = parse(event.data);
    if (message) hear(message);
  });
  // On file:// and in a sandbox the origin is "null", which is no address to post to.
  const origin = window.origin === 'null' || location.protocol === 'file:' ? '*' : window.origin;
  return { send: (message) => window.parent.postMessage(frameEnvelope(message), origin) };
}
