import type { SaveSign } from '../player-model.ts';
import type { ViewTools } from './create-view.ts';

/**
 * Speaks of saving only when it matters: that something is not saved, and later that it is after all. The sign itself
 * changes with every answer and stays silent.
 */
export function announceSaving({ announce, word }: ViewTools): (save: SaveSign) => void {
  let worried = false;
  return (save) => {
    if (save === 'unsaved' && !worried) announce(word('save.unsaved'));
    if ((save === 'saved' || save === 'local') && worried) announce(word(`save.${save}`));
    if (save !== 'saving') worried = save === 'unsaved';
  };
}
