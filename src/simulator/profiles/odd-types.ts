import type { AnswerContext, Profile } from '../profile.ts';
import { strict } from './strict.ts';

function answers(answer: string, { fn, element, error }: AnswerContext): unknown {
  switch (fn) {
    case 'LMSInitialize':
      return answer === 'true';
    case 'LMSSetValue':
      return answer === 'true' ? 1 : 0;
    case 'LMSCommit':
      return error === 0 ? 'false' : answer;
    case 'LMSFinish':
      return error === 0 ? null : false;
    case 'LMSGetLastError':
      return Number(answer);
    case 'LMSGetValue':
      return oddValue(element, answer);
    default:
      return answer;
  }
}

function oddValue(element: string, value: string): unknown {
  if (value === '') return undefined;
  if (element.endsWith('.score.raw') || element.endsWith('._count')) return Number(value);
  if (element === 'cmi.core.lesson_status') return value.charAt(0).toUpperCase() + value.slice(1);
  return value;
}

/**
 * Right values of wrong types. Embodies "Coerce every answer … Seen: numbers for score.raw and `_count`, `undefined`,
 * booleans, `null` …, "false" with error 0 meaning success, mixed-case status".
 */
export const oddTypes: Profile = { ...strict, id: 'odd-types', label: 'Odd types', answers };
