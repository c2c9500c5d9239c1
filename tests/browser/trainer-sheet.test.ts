import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, run } from '../compiler/tool.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = JSON.stringify({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
let folder: string;
let sheet: string;

beforeAll(async () => {
  folder = await newFolder();
  await run(['init', 'course'], { cwd: folder });
  await writeFile(
    path.join(folder, 'course', '04-more.md'),
    '---\ntitle: A lesson with a very long title that goes on and on, as some do\n---\n\nText.\n',
  );
  const { out } = await run(['build', 'course', '--json'], { cwd: folder });
  sheet = path.join(folder, (JSON.parse(out) as [{ sheet: string }])[0].sheet);
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([1280, 390, 320])('at %i pixels axe finds nothing, and nothing is cut off', async (width) => {
    const context = await tests.browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    try {
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(sheet).href);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate(`axe.run(document, ${rules})`)) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // It needs no file but itself.
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(sheet).href]);
    } finally {
      await context.close();
    }
  });
});
