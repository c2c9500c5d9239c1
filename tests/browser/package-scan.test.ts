import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import features from '../../src/runtime/variants.json' with { type: 'json' };
import { type BuiltCourse, buildCourse, sampleCourse, smallCourse } from './harness/build-course.ts';

/** gzip, scripts and style together: of a course with choices alone, and of one with every type. See Known limits. */
const runtimeLimits = { base: 38_700, full: 45_700 } as const;
/** gzip, all that is not the course's own text and media. */
const packageLimit = 60_000;

const courses = new Map<string, BuiltCourse>();
beforeAll(async () => {
  for (const folder of [smallCourse, sampleCourse]) courses.set(folder, await buildCourse(folder));
});

const filesOf = (folder: string, names: RegExp): (readonly [name: string, text: string])[] => {
  const found = [...(courses.get(folder)?.files ?? [])].filter(([name]) => names.test(name));
  expect(found).not.toEqual([]);
  return found.map(([name, bytes]) => [name, bytes.toString('utf8')]);
};

/** Start tags without comments, as `name` and attributes. */
const tagsOf = (html: string): (readonly [name: string, attributes: string])[] =>
  [...html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) => [name.toLowerCase(), attributes],
  );

describe.each([smallCourse, sampleCourse])('the package of %s', (folder) => {
  test('its scripts hold nothing that leaves lose, that writes markup or that runs text', () => {
    for (const [name, text] of filesOf(folder, /^(?!course-data|search-index)[\w-]+\.js$/)) {
      for (const word of [
        /\bunload\b/,
        /beforeunload/,
        /innerHTML/,
        /outerHTML/,
        /insertAdjacentHTML/,
        /document\.write/,
        /\beval\s*\(/,
        /new Function/,
        /\bimport\s*\(/,
        /https?:\/\//,
      ]) {
        const allowed = name === 'page.js' && word.source === 'https?:\\/\\/';
        if (!allowed) expect(text, name).not.toMatch(word);
      }
    }
  });

  test('its pages load only files of the package, without inline script or style', () => {
    for (const [name, html] of filesOf(folder, /\.html$/)) {
      expect(html, name).not.toContain('type="module"');
      expect(html, name).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; /,
      );
      expect(html, name).toContain("require-trusted-types-for 'script'");
      for (const [tag, attributes] of tagsOf(html)) {
        expect(attributes, `${name}: <${tag}>`).not.toMatch(/\s(style|on\w+|srcdoc|ping|background)\s*=/i);
        expect(['base', 'object', 'embed', 'style'], name).not.toContain(tag);
        if (tag === 'script') expect(attributes, name).toMatch(/^ src="[\w./-]+"( defer)?$/);
        const address = /\s(?:src|srcset|poster|data|action|href)\s*=\s*"([^"]*)"/i.exec(attributes)?.[1];
        if (address !== undefined && tag !== 'a') expect(address, `${name}: <${tag}>`).toMatch(/^(data:|[\w./-]*$)/);
      }
      expect(html.match(/<script[^>]*>[^<]/), name).toBeNull();
    }
  });

  test('its styles and pictures reach nothing outside', () => {
    for (const [name, css] of filesOf(folder, /\.css$/)) {
      // Pictures written into the sheet name their own namespace.
      const rest = css.replaceAll(/url\("data:image\/svg\+xml,[^"]*"\)/g, '');
      expect(/@import|https?:|url\(|expression\(/.exec(rest)?.[0], name).toBeUndefined();
    }
    for (const [name, svg] of filesOf(folder, /\.svg$/)) {
      expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, ''), name).not.toMatch(/<script|<foreignObject|\son\w+=|https?:/i);
    }
  });

  test('player, page script and style weigh no more than they did', () => {
    const weights = filesOf(folder, /^(player\.js|page\.js|course\.css)$/).map(
      ([name, text]) => [name, gzipSync(text, { level: 9 }).length] as const,
    );
    expect(weights).toHaveLength(3);
    const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
    expect(all, JSON.stringify(weights)).toBeLessThanOrEqual(runtimeLimits.base);
  });

  test('without its own text and media the package weighs less than 60 kB', () => {
    const ours = [...(courses.get(folder)?.files ?? [])].filter(
      ([name]) => !/^(pages|media)\/|^(course-data|search-index)\.js$|\.xsd$/.test(name),
    );
    const all = ours.reduce((sum, [, bytes]) => sum + gzipSync(bytes, { level: 9 }).length, 0);
    expect(all, ours.map(([name]) => name).join(', ')).toBeLessThan(packageLimit);
  });

  test('no page holds what is right', () => {
    const { data } = courses.get(folder) ?? { data: null };
    const texts = data?.quizzes.flatMap((quiz) => quiz.questions.flatMap((question) => question.explanation ?? []));
    const said = texts?.map((node) => plain(node)).filter((text) => text.length > 30) ?? [];
    expect(said).not.toEqual([]);
    for (const [name, html] of filesOf(folder, /^pages\//)) {
      for (const [tag, attributes] of tagsOf(html)) {
        if (tag === 'input') expect(attributes, name).not.toMatch(/checked|correct|right/);
      }
      for (const text of said) expect(html.replaceAll(/<[^>]+>/g, ''), name).not.toContain(text);
    }
  });
});

/** The text of one piece of rich text. */
function plain(node: unknown): string {
  if (typeof node === 'string') return node;
  return Array.isArray(node) ? node.slice(2).map(plain).join('') : '';
}

test('the runtime with every type of question and every rule stays within its bounds too', async () => {
  const folder = path.join(packageRoot(), 'lib', 'runtime');
  const variant = [...Object.keys(features.questions), ...features.flags].sort().join('-');
  const found = (await readdir(folder, { recursive: true, encoding: 'utf8' })).sort();
  const files = [
    [`player-scorm12.${variant}.js`],
    [`page.${variant}.js`],
    found.filter((name) => name.endsWith('.css') && !/^styles[\\/](direction|elements|special|theme)/.test(name)),
  ];
  const weights = await Promise.all(
    files.map(async (names) => {
      const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
      return gzipSync(texts.join(''), { level: 9 }).length;
    }),
  );
  expect(
    weights.reduce((sum, weight) => sum + weight, 0),
    String(weights),
  ).toBeLessThanOrEqual(runtimeLimits.full);
});
