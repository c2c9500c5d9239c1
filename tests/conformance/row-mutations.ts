import type { ProfileId } from '../../src/simulator/profile.ts';
import type { Ending } from './endings.ts';
import type { MutationName } from './mutations/index.ts';

/** What breaks a row of the fault table: without it, in this cell, it says so. */
export interface Breaks {
  readonly without: MutationName;
  readonly ending: Ending;
  readonly says: RegExp;
  readonly profile: ProfileId;
  /** The cell breaks without any fault as well: the row shows no more than the first one. */
  readonly everywhere?: true;
}

const by = (
  without: MutationName,
  says: RegExp,
  ending: Ending = 'healed, exit',
  more: Partial<Breaks> = {},
): Breaks => ({ without, ending, says, profile: 'strict', ...more });

const lostAtOnce = /^relaunch: .* is lost$/;
const neverSent = /^after healing: .* is not in the LMS$/;
const neverSaved = /^5 s after healing: the sign says unsaved$/;
const falseAlarm = /^35 s after: the sign says unsaved$/;
const passLost = /^record: the pass is lost: incomplete$/;
const noWord = /the notice is (null|notice\.resumed)$/;

/** By row: for each at least one thing that the runtime does, without which the row breaks. */
export const brokenBy: Readonly<Record<string, readonly Breaks[]>> = {
  none: [
    by('page not heard', /^out of time: what was being typed is lost$/, 'out of time'),
    by('status before score', /^rules: score-before-status/),
    by('finish twice', /^rules: finish-once/),
    by('status lowered', passLost),
    by('no journal', lostAtOnce, 'killed'),
  ],
  'API 5 s late': [by('no patience', /^launch: the phase is ask$/)],
  'API 10 s late': [by('no patience', /^launch: the phase is ask$/)],
  'API missing': [by('a missing LMS not noticed', /^launch: the phase is running$/)],
  'parents of another origin': [by('search not guarded', /^35 s after: the sign says none$/)],
  'LMSInitialize refused': [by('a missing LMS not noticed', /^launch: the phase is running$/)],
  'LMSInitialize throws': [by('a missing LMS not noticed', /^launch: the phase is running$/)],
  'LMSInitialize says false and means true': [by('"false" of LMSInitialize is the end', /^launch: the phase is ask$/)],
  'LMSGetValue throws': [by('a missing LMS not noticed', /^launch: the phase is running$/)],
  'LMSGetValue refused for 1 s': [by('what was first read is believed', /^launch: the phase is ask$/)],
  'LMSSetValue of suspend_data refused': [by('refused values believed', neverSent)],
  'LMSSetValue of suspend_data throws': [by('what is thrown is not caught', neverSaved)],
  'LMSSetValue of the status refused': [by('results not brought back at the launch', passLost, 'exit')],
  'LMSSetValue of the status throws': [by('what is thrown is not caught', /^exit: the page did not end$/, 'exit')],
  'LMSSetValue of the score refused': [by('results not brought back at the launch', passLost, 'exit')],
  'LMSSetValue of the score throws': [by('what is thrown is not caught', neverSaved)],
  'LMSSetValue of all of cmi.core refused': [by('results not brought back at the launch', passLost, 'exit')],
  'LMSSetValue of all of cmi.core throws': [by('what is thrown is not caught', neverSaved)],
  'LMSSetValue of interactions refused': [by('every element is vital', falseAlarm)],
  'LMSSetValue of interactions throws': [by('the first refusal ends all', falseAlarm)],
  'LMSSetValue of anything refused': [by('the first refusal ends all', neverSaved)],
  'LMSSetValue of anything throws': [by('what is thrown is not caught', neverSaved)],
  'optional elements 201': [by('every element is vital', falseAlarm)],
  'optional elements 401': [by('every element is vital', falseAlarm)],
  'optional elements 403': [by('the first refusal ends all', neverSent)],
  'commit refused 3 times': [by('nothing set again after a failed commit', /^rules: rewrite-after-failed-commit/)],
  'commit refused': [by('failed commits believed', neverSent)],
  'commit refused from the start': [by('failed commits believed', neverSent)],
  'commit throws': [by('what is thrown is not caught', neverSaved)],
  'commit answers a login page': [by('any answer to a commit is a yes', neverSent)],
  'commit answers null': [by('any answer to a commit is a yes', neverSent)],
  'commit answers null, error 0': [by('no comparison of sequence numbers', lostAtOnce, 'killed, out of time')],
  'commit answers undefined': [by('answers taken for texts', neverSaved)],
  'commit answers null while leaving': [by('answers taken for texts', /^thrown: /, 'closed')],
  'commit lies': [by('no comparison of sequence numbers', lostAtOnce, 'killed, out of time')],
  'commit and finish lie': [by('no comparison of sequence numbers', lostAtOnce, 'exit')],
  'commit says false and means true': [by('"false" is false, whatever the error', falseAlarm)],
  'commit stores and says it failed, 3 times': [by('values far off are set again', /score \d+ became 0$/)],
  'commit stores and says it failed': [by('values far off are set again', /score \d+ became 0$/)],
  'LMSFinish refused': [by('finish until it is taken', /^rules: finish-once/, 'exit')],
  'LMSFinish throws': [by('what is thrown is not caught', /^exit: the page did not end$/, 'exit')],
  'every call throws': [by('what is thrown is not caught', neverSaved)],
  'session expired': [by('nothing is doubted', neverSent)],
  'session expired, login page': [by('nothing is doubted', neverSent)],
  offline: [by('nothing is doubted', neverSent)],
  'localStorage absent': [by('storage not guarded', /^gates: the bank stays locked$/)],
  'localStorage throws': [by('storage not guarded', /^gates: the bank stays locked$/)],
  'localStorage full': [by('storage not guarded', /^gates: the bank stays locked$/)],
  'localStorage absent, commit refused': [
    by('failed commits believed', /is nowhere, and the sign says saved$/),
    by('no journal', /^5 s after healing: the sign says saved$/, 'healed, exit', { profile: 'odd-types' }),
  ],
  'localStorage full, offline': [
    by('no probe', /is nowhere, and the sign says saved$/, 'healed, exit', { profile: 'open-edx' }),
  ],
  'clock a day ahead': [by('one clock for all', /^time: 0024/)],
  'clock a day back': [by('one clock for all', /^time: 0000/)],
  'tab hidden': [by('deaf to hiding', /^at once: nothing is saved$/)],
  'tab hidden while offline': [by('nothing is doubted', neverSent)],
  'back/forward cache': [by('every hiding is the end', neverSent)],
  'two tabs': [by('no tab guard', /^rules: initialize-once/)],
  'state gone at the relaunch': [by('no journal', lostAtOnce)],
  'state truncated at the relaunch': [by('no journal', lostAtOnce)],
  'state corrupt at the relaunch': [by('no journal', lostAtOnce)],
  'unreadable at the relaunch for 1 s': [by('no patience', /^relaunch: the phase is ask$/)],
  'state of another course at the launch': [by('nothing said of a state that is no use', noWord)],
  'state of another course at the relaunch': [by('nothing said of a state that is no use', noWord)],
  'state of a newer version at the launch': [by('nothing said of a state that is no use', noWord)],
  'state of a newer version at the relaunch': [by('nothing said of a state that is no use', noWord)],
  'hostile state: markup': [by('a state that is no use is an error', noWord)],
  'hostile state: control characters': [by('a state that is no use is an error', noWord)],
  'hostile state: the names of objects': [by('a state that is no use is an error', noWord)],
  'hostile state: without end': [by('a state that is no use is an error', noWord)],
  'state with a character to spare': [by('a lower bound of the state', / is lost$/, 'exit')],
  'state as long as may be': [by('a lower bound of the state', / is lost$/, 'exit')],
  'state a character too long': [by('no bound of the state', /^\d+ characters are sent to where \d+ may be$/, 'exit')],
  'scores and places with fractions': [
    by('scores in whole percents', /^the LMS has 29 for 2943$/, 'exit'),
    by('places rounded', /^launch 2: the place is null$/, 'exit'),
  ],
  'course with more in it at the relaunch': [
    by('questions known by their place', lostAtOnce),
    by('a new version starts afresh', lostAtOnce),
  ],
  'course with less in it at the relaunch': [by('questions known by their place', lostAtOnce)],
  'course in another order at the relaunch': [by('questions known by their place', lostAtOnce)],
  'course with other options at the relaunch': [
    by('options known by their place', /is taken for an answer to other options$/),
  ],
  'shuffled and drawn quizzes half done': [
    by('drawn anew at each launch', /^other questions are drawn/, 'closed', { everywhere: true }),
  ],
  'everything three times at once': [by('the second click hits what comes next', /^relaunch: two is in attempt 2$/)],
  '200 pages in no time': [by('every page is saved at once', /^at once: \d+ commits$/)],
  'review mode': [by('mode not read', /^the sign says saved$/, 'exit')],
  'browse mode': [by('mode not read', /^the sign says saved$/, 'exit')],
  'no credit': [by('credit not read', /^rules: no-result-without-credit/)],
  'hostile name': [by('the journal names the learner', /^kept: <img/, 'healed, exit', { everywhere: true })],
};
