import { createHash } from 'node:crypto';

/** Names the package itself uses at its root or in `pages/`; media must not take them (Open edX serves by base name). */
const reserved = new Set([
  'index.html',
  'imsmanifest.xml',
  'player.js',
  'page.js',
  'course.css',
  'theme.css',
  'quiz.js',
  'quiz.css',
  'probe.txt',
]);
/** Kinds whose names the package makes itself: pages by their id, schemas by the standard. */
const packageKinds = /\.(?:html|xsd)$/;
/** What LMSs refuse to take, as they could run it; as text it may be downloaded. */
const refusedKinds = /\.(?:mjs|php|py|sh|jsp|pl|rb)$/;
/** Windows opens these as devices, whatever their ending. */
const devices = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/;

/**
 * Gives every media file a name for the package: `[a-z0-9._-]`, at most 80 characters, unique as a base name, and
 * decided by the paths alone, so that a rebuild gives the same.
 *
 * @param paths paths in the course folder, in any order
 * @returns package path `media/<name>` by course path
 */
export function packagedMediaNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string[]>();
  for (const path of [...paths].sort()) {
    const name = safeName(path.slice(path.lastIndexOf('/') + 1));
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const names = new Map<string, string>();
  for (const [name, sharing] of byName) {
    for (const path of sharing) {
      names.set(
        path,
        `media/${sharing.length > 1 || reserved.has(name) || packageKinds.test(name) || devices.test(name) ? withHash(name, path) : name}`,
      );
    }
  }
  return names;
}

function safeName(base: string): string {
  const point = base.lastIndexOf('.');
  const extension =
    point > 0
      ? base
          .slice(point + 1)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')
      : '';
  const stem = (point > 0 ? base.slice(0, point) : base)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const end = extension === '' ? '' : `.${extension}`;
  // A name that lost everything (日本.png) or most of it is told apart by its hash.
  const lossy = stem === '' || [...base.normalize('NFKD')].some((letter) => letter > '\u036f');
  const kind = refusedKinds.test(end) ? `${end}.txt` : end;
  const name = `${stem.slice(0, 60) || 'file'}${kind}`;
  return lossy ? withHash(name, base) : name;
}

function withHash(name: string, path: string): string {
  const hash = createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, 8);
  const point = name.lastIndexOf('.');
  return point > 0 ? `${name.slice(0, point)}-${hash}${name.slice(point)}` : `${name}-${hash}`;
}
