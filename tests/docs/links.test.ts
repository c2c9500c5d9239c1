import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Html, Image, Link } from 'mdast';
import { describe, expect, test } from 'vitest';
import { anchorsOf, type DocsPage, nodesOf, readPage, readPages, root } from './read-docs.ts';

const pages = readPages();
const byPath = new Map(pages.map((page) => [page.path, page]));
const pageAt = (file: string): DocsPage => byPath.get(file) ?? readPage(file);

/** Why a link of a page does not lead anywhere, or null. Links to other sites are not followed. */
function faultOf(page: DocsPage, url: string): string | null {
  if (/^(https?|mailto):/.test(url)) return null;
  const [file = '', anchor] = url.split('#');
  const target = file === '' ? page.path : path.posix.join(path.posix.dirname(page.path), file);
  if (!existsSync(path.join(root, target))) return `${url}: there is no ${target}`;
  if (anchor === undefined) return null;
  if (!target.endsWith('.md')) return `${url}: an anchor in what is no page`;
  return anchorsOf(pageAt(target)).has(anchor) ? null : `${url}: ${target} has no heading #${anchor}`;
}

const urlsOf = ({ tree }: DocsPage): string[] => [
  ...[...nodesOf<Link>(tree, 'link'), ...nodesOf<Image>(tree, 'image')].map(({ url }) => url),
  ...nodesOf<Html>(tree, 'html').flatMap(({ value }) =>
    [...value.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url),
  ),
];

describe('links in the documentation lead somewhere', () => {
  test.each(pages)('$path', (page) => {
    expect(urlsOf(page).flatMap((url) => faultOf(page, url) ?? [])).toEqual([]);
  });

  test('a broken one is noticed', () => {
    expect(faultOf(pageAt('README.md'), 'docs/no-such-page.md')).not.toBeNull();
    expect(faultOf(pageAt('README.md'), '#no-such-heading')).not.toBeNull();
    expect(faultOf(pageAt('README.md'), '#known-limits')).toBeNull();
  });

  test('every page is reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const from of reached) {
      for (const url of urlsOf(pageAt(from))) {
        const [file = ''] = url.split('#');
        if (/^https?:/.test(url) || !file.endsWith('.md')) continue;
        reached.add(path.posix.join(path.posix.dirname(from), file));
      }
    }
    expect(pages.map((page) => page.path).filter((file) => !reached.has(file))).toEqual([]);
  });

  test('pictures are small enough to load quickly', () => {
    for (const name of ['player.png', 'player-phone.png']) {
      expect(statSync(path.join(root, 'docs/images', name)).size).toBeLessThanOrEqual(200_000);
    }
  });
});
