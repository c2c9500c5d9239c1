import { browserMutations } from './browser-mutations.ts';
import { callMutations } from './call-mutations.ts';
import { portMutations } from './port-mutations.ts';
import { stateMutations } from './state-mutations.ts';

/** Everything that is taken out of the runtime, to see that the fault table notices. */
export const mutations = {
  ...callMutations,
  ...portMutations,
  ...browserMutations,
  ...stateMutations,
} as const;

export type MutationName = keyof typeof mutations;
