import { dataModel } from '../data-model.ts';
import type { ErrorCode } from '../error-codes.ts';

/**
 * Refuses every element that the standard lets an LMS leave out.
 * @param code what such an LMS answers: 401 by the standard, 201 in others
 */
export function optionalElements(code: ErrorCode): (pattern: string) => ErrorCode {
  return (pattern) => (Object.hasOwn(dataModel, pattern) && dataModel[pattern]?.optional ? code : 0);
}
