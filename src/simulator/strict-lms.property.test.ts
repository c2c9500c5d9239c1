import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCharacter } from '../../tests/any-character.ts';
import { dataModel } from './data-model.ts';
import type { ProfileId } from './profile.ts';
import { profiles } from './profiles/index.ts';
import { createLms } from './strict-lms.ts';

const patterns = Object.keys(dataModel);
const element = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...patterns)
      .chain((pattern) => fc.nat(2).map((n) => pattern.replaceAll('.n.', `.${n}.`))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('cmi.core._children', 'cmi.interactions._count', 'cmi.core.exit._count', '__proto__'),
  },
  { weight: 1, arbitrary: fc.oneof(fc.string(), fc.anything()) },
);
const value = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'passed',
      'failed',
      'incomplete',
      'suspend',
      '',
      '80',
      '.5',
      '00:00:10.00',
      'choice',
      'a',
      't',
      'q1',
    ),
  },
  { weight: 1, arbitrary: fc.oneof(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.anything()) },
);
const empty = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.anything() });

type Action =
  | {
      readonly kind: 'call';
      readonly fn:
        | 'LMSInitialize'
        | 'LMSFinish'
        | 'LMSCommit'
        | 'LMSGetErrorString'
        | 'LMSGetDiagnostic'
        | 'LMSGetLastError';
      readonly arg: unknown;
    }
  | { readonly kind: 'set'; readonly element: unknown; readonly value: unknown }
  | { readonly kind: 'get'; readonly element: unknown }
  | { readonly kind: 'launch' | 'crash' | 'leave' | 'offline' | 'expire' | 'heal' | 'timers' | 'lie' };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('set' as const), element, value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('get' as const), element }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('call' as const),
      fn: fc.constantFrom(
        'LMSInitialize',
        'LMSFinish',
        'LMSCommit',
        'LMSCommit',
        'LMSGetErrorString',
        'LMSGetDiagnostic',
        'LMSGetLastError',
      ),
      arg: empty,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('launch', 'crash', 'leave', 'offline', 'expire', 'heal', 'timers', 'lie')
      .map((kind) => ({ kind })),
  },
);

/** May this action change the stored record, in an LMS that is right? */
function mayStore(id: ProfileId, { kind, ...rest }: Action): boolean {
  if (kind === 'call') return 'fn' in rest && (rest.fn === 'LMSCommit' || rest.fn === 'LMSFinish');
  if (kind === 'set') return profiles[id].stores === 'on-set';
  return kind === 'launch' || (kind === 'timers' && id === 'rustici');
}

it.each(Object.keys(profiles) as ProfileId[])('%s: no calls throw, and only commits change the record', (id) => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      let timers: (() => void)[] = [];
      const lms = createLms({ profile: id, after: (_, run) => timers.push(run) });
      lms.api.LMSInitialize('');
      for (const step of actions) {
        const before = JSON.stringify(lms.record().values);
        const session = lms.session();
        perform(step);
        const after = lms.record();
        if (!mayStore(id, step)) expect(JSON.stringify(after.values)).toBe(before);
        // What is stored was in the session of this launch, or before it; totals and exit are the LMS's own.
        if (step.kind === 'call') {
          for (const [name, stored] of Object.entries(after.values)) {
            const known = [session[name], lms.session()[name], (JSON.parse(before) as Record<string, string>)[name]];
            if (name !== 'cmi.core.total_time' && name !== 'cmi.core.exit') expect(known).toContain(stored);
          }
        }
      }
      expect(lms.log.map(({ n }) => n)).toEqual(lms.log.map((_, index) => index + 1));

      function perform(step: Action): void {
        const { api } = lms;
        if (step.kind === 'set') api.LMSSetValue(step.element, step.value);
        else if (step.kind === 'get') api.LMSGetValue(step.element);
        else if (step.kind === 'call') api[step.fn](step.arg);
        else if (step.kind === 'launch') {
          lms.launch();
          lms.api.LMSInitialize('');
        } else if (step.kind === 'expire') lms.expireSession();
        else if (step.kind === 'lie') lms.fail({ fn: 'LMSCommit', nth: 1, do: 'lie' });
        else if (step.kind === 'timers') {
          const due = timers;
          timers = [];
          for (const run of due) run();
        } else lms[step.kind]();
      }
    }),
    { numRuns: 60 },
  );
});

it('the strict LMS keeps only values that its data model allows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind: fc.constant('set' as const), element, value }), { maxLength: 60 }),
      (sets) => {
        const lms = createLms();
        lms.api.LMSInitialize('');
        for (const step of sets) lms.api.LMSSetValue(step.element, step.value);
        lms.api.LMSCommit('');
        for (const [name, stored] of Object.entries(lms.record().values)) {
          const model = dataModel[name.replace(/\.\d+(?=\.)/g, '.n')];
          // Without the type: the type may have been written after the response, which then is not checked again.
          expect([name, stored, model?.accepts(stored, '')]).toEqual([name, stored, true]);
        }
        for (const interaction of lms.record().interactions) expect(interaction.id).toMatch(/^[!-~]{0,255}$/);
      },
    ),
    { numRuns: 100 },
  );
});
