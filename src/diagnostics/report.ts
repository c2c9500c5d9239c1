import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type RuleId, rules } from './rules.ts';

/** What a message says besides its rule: what is wrong, and what to write instead. */
export interface Finding {
  /** What is wrong, one sentence without a full stop: "`image.png` is not in the course folder". */
  readonly reason: string;
  /** What to write instead, one sentence: "Write `![A map of the layers](media/map.png)`". */
  readonly fix?: string;
  readonly at?: Point | Position | undefined;
}

/**
 * Notes an author's mistake on its file; the rule decides whether it is an error or a warning. Never throws: a stage
 * goes on over all files, and the build stops after it if any message is an error (`fatal`).
 */
export function report(file: VFile, ruleId: RuleId, finding: Finding): VFileMessage {
  const message = file.message(finding.reason, {
    place: finding.at,
    ruleId,
    source: 'build-scorm',
  });
  message.fatal = rules[ruleId].severity === 'error';
  if (finding.fix !== undefined) message.note = finding.fix;
  return message;
}
