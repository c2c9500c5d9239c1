/** Languages in which the family name comes first. */
const familyFirst = /^(hu|ja|ko|vi|zh)\b/i;

/**
 * A name as people write it, from how LMSs say it: "Doe, Jane" → "Jane Doe" (SCORM 1.2 RTE 3.4.4, cmi.core.student_name:
 * last name, comma, first name). What is of another form stays as it is.
 *
 * @param language of the course, BCP 47
 */
export function learnerName(said: string, language: string): string {
  const text = said.replace(/\s+/g, ' ').trim();
  const [last = '', first = '', ...more] = text.split(',').map((part) => part.trim());
  if (last === '' || first === '' || more.length > 0) return text;
  return familyFirst.test(language) ? `${last} ${first}` : `${first} ${last}`;
}
