/** The error codes of SCORM 1.2 RTE 3.3.2 and the texts it gives them. */
export const errorTexts = {
  0: 'No error',
  101: 'General exception',
  201: 'Invalid argument error',
  202: 'Element cannot have children',
  203: 'Element not an array - cannot have count',
  301: 'Not initialized',
  401: 'Not implemented error',
  402: 'Invalid set value, element is a keyword',
  403: 'Element is read only',
  404: 'Element is write only',
  405: 'Incorrect data type',
} as const;

export type ErrorCode = keyof typeof errorTexts;

/** The text of a code in any form a caller may hand over; "" for a code the standard does not know. */
export function errorText(code: unknown): string {
  const name = String(code);
  return Object.hasOwn(errorTexts, name) ? errorTexts[Number(name) as ErrorCode] : '';
}
