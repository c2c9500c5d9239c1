/** One caption, times in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Without marks, on one line. */
  readonly text: string;
  /** Who speaks, where a `<v Name>` says so. */
  readonly speaker: string | null;
}

export type Captions =
  | { readonly cues: readonly Cue[] }
  /** The first thing that is wrong; lines count from 1. */
  | { readonly problem: string; readonly line: number };

const timing = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

/** Reads captions as browsers do (W3C WebVTT, section 4), but tells what they would silently leave out. */
export function readCaptions(source: string): Captions {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return { problem: 'the first line is not `WEBVTT`', line: 1 };
  const cues: Cue[] = [];
  for (let index = 1; index < lines.length; index++) {
    const first = lines[index] ?? '';
    if (first.trim() === '') continue;
    let end = index;
    while (end < lines.length && (lines[end] ?? '').trim() !== '') end++;
    const block = lines.slice(index, end);
    const cue = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(first) ? null : readCue(block, cues.at(-1)?.start ?? 0);
    if (cue !== null && 'problem' in cue) return { problem: cue.problem, line: index + 1 + cue.line };
    if (cue !== null) cues.push(cue);
    index = end;
  }
  return cues.length === 0 ? { problem: 'it holds no caption', line: 1 } : { cues };
}

function readCue(block: readonly string[], earliest: number): Cue | { problem: string; line: number } {
  // A name or number may stand above the times.
  const line = block[0]?.includes('-->') ? 0 : 1;
  const times = block[line] ?? '';
  const found = timing.exec(times.trim());
  if (found === null) {
    if (!times.includes('-->')) return { problem: 'a caption has no line of times', line: 0 };
    const hint = times.includes(',') ? '; the sign before the milliseconds is a point' : '';
    return { problem: `the times are not written like \`00:01.000 --> 00:04.000\`${hint}`, line };
  }
  const [start, end] = [seconds(found[1] ?? ''), seconds(found[2] ?? '')];
  if (end <= start) return { problem: 'a caption ends before it begins', line };
  if (start < earliest) return { problem: 'a caption begins before the one above it', line };
  const written = block.slice(line + 1).join(' ');
  const text = plain(written);
  if (text === '') return { problem: 'a caption has no text', line };
  const speaker = /<v(?:\.[^ \t>]*)?[ \t]+([^>]+)>/.exec(written)?.[1]?.trim() ?? null;
  return { start, end, text, speaker };
}

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
