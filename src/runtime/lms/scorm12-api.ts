/** The SCORM 1.2 functions the adapter uses (Run-Time Environment, 3.3). Real LMSs answer anything. */
export const scorm12Functions = [
  'LMSInitialize',
  'LMSFinish',
  'LMSGetValue',
  'LMSSetValue',
  'LMSCommit',
  'LMSGetLastError',
] as const;
type Scorm12Function = (typeof scorm12Functions)[number];
type Api = Readonly<Record<Scorm12Function, (...args: string[]) => unknown>>;

/** An LMS's API as it ought to be: it never throws, and its answers mean what they say. */
export interface Scorm12Calls {
  /** Trimmed text, and the error code; a call that threw gives -1. */
  get(element: string): { readonly value: string; readonly error: number };
  /** Was the value taken? If not, the error code. */
  set(element: string, value: string): { readonly taken: boolean; readonly error: number };
  /** As what a function without an argument of its own answered. */
  call(name: 'LMSInitialize' | 'LMSCommit' | 'LMSFinish'): 'yes' | 'unsure' | 'no';
}

/** @param found has all of `scorm12Functions` */
export function scorm12Calls(found: object): Scorm12Calls {
  const api = found as Api;
  const invoke = (name: Scorm12Function, ...args: string[]): string | null => {
    try {
      return String(api[name](...args) ?? '').trim();
    } catch {
      return null;
    }
  };
  const errorAfter = (answer: string | null): number => (answer === null ? -1 : Number(invoke('LMSGetLastError') || 0));
  const judge = (answer: string | null): 'yes' | 'unsure' | 'no' => {
    if (answer !== null && /^(true|1)$/i.test(answer)) return 'yes';
    // "false" with error 0 was seen to mean success, and null as an answer while the page is left (Cornerstone).
    return answer !== null && /^(false|0|)$/i.test(answer) && errorAfter(answer) === 0 ? 'unsure' : 'no';
  };
  return {
    get(element) {
      const answer = invoke('LMSGetValue', element);
      return { value: answer ?? '', error: errorAfter(answer) };
    },
    set(element, value) {
      const answer = invoke('LMSSetValue', element, value);
      const taken = judge(answer) !== 'no';
      return { taken, error: taken ? 0 : errorAfter(answer) };
    },
    call: (name) => judge(invoke(name, '')),
  };
}
