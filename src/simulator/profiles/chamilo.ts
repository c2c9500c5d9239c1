import type { Profile } from '../profile.ts';
import { strict } from './strict.ts';

/**
 * Chamilo. Embodies: "Chamilo says ab-initio always"; "Chamilo blanked the status on a commit" (as read back: the record
 * keeps it); "OX and Chamilo always say true"; "`_children` with spaces after the commas"; "Never rewrite a pattern in
 * place (Chamilo appends)".
 */
export const chamilo: Profile = {
  ...strict,
  id: 'chamilo',
  label: 'Chamilo',
  childrenSeparator: ', ',
  storageFailure: 'says-true',
  keeps: (pattern, value, before) =>
    pattern === 'cmi.interactions.n.correct_responses.n.pattern' && before !== '' ? `${before},${value}` : value,
  entry: () => 'ab-initio',
  blanksAtCommit: ['cmi.core.lesson_status'],
};
