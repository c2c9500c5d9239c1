/**
 * Adds two CMITimespans (HHHH:MM:SS.cc); what is no timespan counts as 0.
 * Gives HHHH:MM:SS.cc, at most 9999:59:59.99 (RTE 3.4.4, cmi.core.total_time).
 */
export function addTimespans(first: string, second: string): string {
  const total = Math.min(centiseconds(first) + centiseconds(second), 9999 * 360_000 + 359_999);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const hours = String(Math.floor(total / 360_000)).padStart(4, '0');
  return `${hours}:${two((total / 6000) % 60)}:${two((total / 100) % 60)}.${two(total % 100)}`;
}

function centiseconds(timespan: string): number {
  const match = /^(\d{2,4}):(\d{2}):(\d{2})(?:\.(\d{1,2}))?$/.exec(timespan);
  if (!match) return 0;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  return Number(hours) * 360_000 + Number(minutes) * 6000 + Number(seconds) * 100 + Number(fraction.padEnd(2, '0'));
}
