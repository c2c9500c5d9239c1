import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type ReadFile, UnsafePackageError } from './read-package.ts';

export const manifestPath = 'imsmanifest.xml';

/** Manifests list files; a larger one is no manifest. */
const largest = 5_000_000;

export interface ManifestSummary {
  /** `1.2`, `2004 3rd Edition`, … as it stands there; empty if it says nothing. */
  readonly version: string;
  readonly title: string;
}

/**
 * The little that is told of a manifest.
 *
 * @returns null if the package has none at its top
 * @throws UnsafePackageError for XML that is broken or could be an attack
 */
export function readManifest(files: readonly ReadFile[]): ManifestSummary | null {
  const file = files.find((each) => each.path === manifestPath);
  if (file?.content === undefined) return null;
  const text = file.content.toString('utf8');
  // A document type can define entities that grow without end.
  if (file.bytes > largest || /<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true)
    throw new UnsafePackageError(`\`${manifestPath}\` is no manifest that can be read`);
  const root: unknown = new XMLParser({ ignoreAttributes: true, parseTagValue: false, removeNSPrefix: true }).parse(
    text,
  );
  return {
    version: textAt(root, ['manifest', 'metadata', 'schemaversion']),
    title: textAt(root, ['manifest', 'organizations', 'organization', 'title']),
  };
}

function textAt(node: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>((inner, step) => {
    const one = Array.isArray(inner) ? inner[0] : inner;
    return typeof one === 'object' && one !== null && Object.hasOwn(one, step)
      ? (one as Record<string, unknown>)[step]
      : undefined;
  }, node);
  return typeof found === 'string' ? found : '';
}
