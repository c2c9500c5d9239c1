import { proposedId } from '../config/proposed-id.ts';
import { stableHash } from '../contract/stable-hash.ts';

/** `01-production-mental-model.md` → `production-mental-model`: numbers order files and may change. */
export function stemId(source: string): string {
  const stem = (source.split('/').at(-1) ?? source).replace(/\.md$/, '');
  const name = stem.replace(/^\d+[-_. ]*/, '');
  if (name === '') return proposedId(stem, 'lesson');
  // A name without Latin letters or digits (日本語) is told apart by its fingerprint.
  return proposedId(name, `lesson-${stableHash(name.normalize('NFC')).toString(36)}`);
}
