import type { Profile } from '../profile.ts';
import { optionalElements } from './optional-elements.ts';
import { strict } from './strict.ts';

const refusesObjectives = optionalElements(401);

/**
 * Cornerstone OnDemand. Embodies: "`null` on commit (Cornerstone)", here once the page is being left; "Optional elements
 * … may answer 401 or 201": objectives, preferences and comments 401, score.min and score.max 201.
 */
export const cornerstone: Profile = {
  ...strict,
  id: 'cornerstone',
  label: 'Cornerstone OnDemand',
  refuses: (pattern) => {
    if (/^cmi\.core\.score\.(min|max)$/.test(pattern)) return 201;
    return /^cmi\.(objectives|student_preference|comments)/.test(pattern) ? refusesObjectives(pattern) : 0;
  },
  answers: (answer, { fn, leaving }) => (fn === 'LMSCommit' && leaving ? null : answer),
};
