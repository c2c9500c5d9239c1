import type { Element } from 'hast';
import type { MediaFile } from '../course/project.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { linkTarget, relativePath } from './link-target.ts';
import type { Rendering } from './rendering.ts';

/**
 * The file of the course that an author means by an address. If there is none, that is a message.
 *
 * @param what it is, in words for the message: `image`, `video`
 */
export function findMedia(
  address: string,
  what: string,
  at: Element['position'],
  { context, note }: Rendering,
): MediaFile | null {
  const target = linkTarget(address, context.folder);
  if (target.kind === 'web') {
    note('media-remote', {
      reason: `The ${what} \`${address}\` lies outside the course`,
      fix: `Save it in the course folder and name it as \`media/…\`: a package loads nothing from elsewhere`,
      at,
    });
    return null;
  }
  const path = target.kind === 'path' ? target.path : null;
  const file = path === null ? null : context.media(path);
  if (file !== null) return isHollow(file, what, address, at, note) ? null : file;
  const meant = didYouMean(path ?? address, context.mediaPaths);
  note('media-missing', {
    reason:
      address === ''
        ? `The ${what} has no address, or one that is not allowed`
        : `\`${address}\` is not in the course folder`,
    fix:
      meant === null
        ? 'Put the file there, or correct the path'
        : `Did you mean \`${relativePath(context.folder, meant)}\`?`,
    at,
  });
  return null;
}

/** Says that a file holds nothing to show. An empty one may be offered as a download. */
export function isHollow(
  { hollow }: MediaFile,
  what: string,
  address: string,
  at: Element['position'],
  note: Rendering['note'],
): boolean {
  if (hollow === undefined || (hollow === 'empty' && what === 'file')) return false;
  note('media-empty', {
    reason: hollow === 'empty' ? `\`${address}\` is empty` : `\`${address}\` is not here: Git LFS keeps it elsewhere`,
    fix:
      hollow === 'empty'
        ? 'Save or copy the file once more'
        : 'Run `git lfs install` once, then `git lfs pull`; in a workflow of GitHub, check out with `lfs: true`',
    at,
  });
  return true;
}
