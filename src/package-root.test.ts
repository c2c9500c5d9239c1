import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from './package-root.ts';

test('finds the folder of the tool from deep inside it', () => {
  const root = packageRoot();
  expect(existsSync(join(root, 'src', 'package-root.ts'))).toBe(true);
  expect(packageRoot(join(root, 'lib', 'cli.js'))).toBe(root);
  // Other packages on the way up are passed by.
  expect(packageRoot(join(root, 'node_modules', 'archiver', 'index.js'))).toBe(root);
});

test('throws outside of the tool', () => {
  expect(() => packageRoot(join(tmpdir(), 'x', 'cli.js'))).toThrow('No package.json named build-scorm');
});
