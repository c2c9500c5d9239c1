import type { Journal } from '../../../src/runtime/player/journal.ts';
import type { Mutations } from './mutation.ts';

const noJournal: Journal = { available: true, read: () => null, write: () => true };

/** What the runtime does with the browser and with the learner's hand. Named after what is missing. */
export const browserMutations = {
  /** And it is taken for one that works. */
  'no journal': { journal: () => noJournal },
  'no comparison of sequence numbers': {
    journal: (journal, { lms }) => ({
      get available() {
        return journal.available;
      },
      read: () => (lms.stored('cmi.suspend_data') === '' ? journal.read() : null),
      write: journal.write,
    }),
  },
  'storage not guarded': {
    journal: (journal, { storage }) => ({
      get available() {
        return journal.available;
      },
      read: journal.read,
      write: (entry) => {
        const found = storage();
        if (found === null) throw new TypeError('localStorage is null');
        found.setItem('unguarded', JSON.stringify(entry));
        return journal.write(entry);
      },
    }),
  },
  'the journal names the learner': {
    journal: (journal, { lms, storage }) => ({
      ...journal,
      get available() {
        return journal.available;
      },
      write: (entry) => {
        storage()?.setItem(`${lms.session()['cmi.core.student_name']}:try`, '');
        return journal.write(entry);
      },
    }),
  },
  'no probe': { probe: true },
  'page not heard': { deaf: true },
  'no tab guard': { guard: { claim: async () => true, release: () => {} } },
  'one clock for all': { oneClock: true },
  'deaf to hiding': { session: (session) => ({ ...session, flush: () => {} }) },
  'every hiding is the end': { session: (session) => ({ ...session, leave: () => session.leave(true) }) },
  'every page is saved at once': {
    session: (session) => ({
      ...session,
      open: (page) => {
        const isOpen = session.open(page);
        session.flush();
        return isOpen;
      },
    }),
  },
  /** Where the button to hand in was, there is now the one to try again. */
  'the second click hits what comes next': {
    session: (session) => ({
      ...session,
      submit: (quiz) => (session.quiz(quiz)?.phase === 'submitted' ? session.retry(quiz) : session.submit(quiz)),
    }),
  },
} as const satisfies Mutations;
