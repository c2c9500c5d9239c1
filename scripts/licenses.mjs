import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licences of all packages that went into a bundle, as one text.
 *
 * @param inputs paths of the bundled files, relative to `root`
 */
export async function licensesOf(inputs, root) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found !== null) folders.add(found[1]);
  }
  const parts = await Promise.all([...folders].sort().map((folder) => licenseOf(path.join(root, folder))));
  return `build-scorm contains these packages, each under its own licence.\n\n${[...new Set(parts)].join('\n')}`;
}

async function licenseOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text =
    file === undefined
      ? `Copyright ${typeof author === 'string' ? author : (author?.name ?? name)}`
      : await readFile(path.join(folder, file), 'utf8');
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
