import type { Ending } from '../endings.ts';
import type { Visit, World } from '../learner-session.ts';

/** Ends a visit once all is saved, also where the LMS stores on a timer. */
export async function endVisit({ clock }: World, visit: Visit, ending: Ending): Promise<void> {
  await clock.advance(12_000);
  if (ending.startsWith('killed')) visit.crash();
  else if (ending.endsWith('exit')) await visit.exit();
  else await visit.close();
  await clock.advance(20_000);
}

/** What is wrong with the world after all visits: errors that escaped, and rules of good content that were broken. */
export const faultsOf = ({ thrown, lms }: World): readonly string[] => [
  ...thrown.map((error) => `thrown: ${error}`),
  ...lms.violations().map(({ rule, call }) => `rules: ${rule.id}: ${call.fn}(${call.args.join(', ')})`),
];
