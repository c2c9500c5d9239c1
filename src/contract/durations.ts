/** 9999:59:59.99, the longest CMITimespan (SCORM 1.2 Run-Time Environment, 3.4.1), in milliseconds. */
const longest = ((9999 * 60 + 59) * 60 + 59) * 1000 + 990;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * A SCORM 1.2 CMITimespan, `HHHH:MM:SS.cc`. Centiseconds are always written with two digits: Moodle reads `.5` as five
 * hundredths.
 *
 * @param milliseconds a length of time; negative, endless or broken ones count as 0, too long ones as the longest
 */
export function timespan(milliseconds: number): string {
  const centiseconds = Math.floor(Math.min(Math.max(milliseconds || 0, 0), longest) / 10);
  const seconds = Math.floor(centiseconds / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(centiseconds % 100)}`;
}

/**
 * A SCORM 1.2 CMITime, `HH:MM:SS`, of a moment in the learner's own time zone.
 *
 * @param time milliseconds since 1970
 */
export function timeOfDay(time: number): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
