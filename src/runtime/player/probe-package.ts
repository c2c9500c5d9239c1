import type { ProbeOutcome } from './save-loop.ts';

/** How long an answer may take, milliseconds. */
const patience = 5_000;

/**
 * Makes the probe: it asks the server for a small file of the package, past every cache. The file holds the build's
 * fingerprint, so a login page, an error or silence means that what the LMS "stored" may have gone nowhere.
 *
 * The first answer decides whether the server can be asked at all: where even the first fails (`file:`, an LMS that
 * serves content in its own way) every later one is `unknown`, for it would only spread false alarm.
 *
 * @param build the fingerprint the file must hold
 */
export function createProbe(build: string): () => Promise<ProbeOutcome> {
  const first = ask(build);
  return async () => ((await first) === 'alive' ? ask(build) : 'unknown');
}

async function ask(build: string): Promise<ProbeOutcome> {
  if (!location.protocol.startsWith('http')) return 'unknown';
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch('probe.txt', { cache: 'no-store', credentials: 'same-origin', signal: stop.signal });
    return response.ok && (await response.text()).trim() === build ? 'alive' : 'gone';
  } catch {
    return 'gone';
  } finally {
    clearTimeout(timer);
  }
}
