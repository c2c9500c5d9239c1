import { createHash } from 'node:crypto';

/** What a manifest identifier stands for; the prefix that keeps identifiers of equal ids apart. */
export type IdentifierKind = 'course' | 'organization' | 'item' | 'resource';

const longest = 40;

/**
 * An xs:ID made from an id of the course alone, never from a position: Moodle matches items by identifier when a
 * package is replaced and deletes the learners' tracks of those that are gone.
 * Letters, digits, `_` and `-`, at most 53 characters; ids that had to be changed carry a hash of the original, so that
 * two ids never share an identifier.
 */
export function identifier(kind: IdentifierKind, id: string): string {
  if (id.length <= longest && /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/.test(id)) return `${kind}-${id}`;
  const readable = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest - 10)
    .replace(/^-+|-+$/g, '');
  // `--` stands in no unchanged id, so a changed one cannot meet it.
  return `${kind}-${readable}--${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}
