import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { orderStyleParts, quizStyleParts, styleParts } from '../../src/pages/style-parts.ts';
import features from '../../src/runtime/variants.json' with { type: 'json' };
import { type BuiltCourse, buildCourse, sampleCourse, smallCourse } from './harness/build-course.ts';

/** gzip, player, page script and style together: what every course has, what the sample has, and of the fullest course. */
const runtimeLimits = { core: 30_000, sample: 34_200, full: 40_000 } as const;
/** What pages with questions load beside them: of a course with choices alone, and of one with every type. */
const quizLimits = { sample: 6_500, full: 14_000 } as const;
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

/** Without the course's own texts, in the player's first line. */
const codeOf = ([name, text]: readonly [name: string, text: string]): readonly [name: string, text: string] => [
  name,
  name === 'player.js' ? text.slice(text.indexOf('\n') + 1) : text,
];
const weightOf = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Start tags without comments, as `name` and attributes. */
const tagsOf = (html: string): (readonly [name: string, attributes: string])[] =>
  [...html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) => [name.toLowerCase(), attributes],
  );

describe.each([smallCourse, sampleCourse])('the package of %s', (folder) => {
  test('its scripts hold nothing that leaves lose, that writes markup or that runs text', () => {
    for (const [name, text] of filesOf(folder, /^(?!search-index)[\w-]+\.js$/).map(codeOf)) {
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
        const allowed = name === 'quiz.js' && word.source === 'https?:\\/\\/';
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
    const weigh = (names: RegExp): readonly (readonly [string, number])[] =>
      filesOf(folder, names)
        .map(codeOf)
        .map(([name, text]) => [name, weightOf(text)]);
    const sum = (weights: readonly (readonly [string, number])[]): number =>
      weights.reduce((all, [, weight]) => all + weight, 0);
    const launched = weigh(/^(player\.js|page\.js|course\.css)$/);
    expect(launched).toHaveLength(3);
    expect(sum(launched), JSON.stringify(launched)).toBeLessThanOrEqual(runtimeLimits.sample);
    const asked = weigh(/^quiz\.(js|css)$/);
    expect(asked).toHaveLength(2);
    expect(sum(asked), JSON.stringify(asked)).toBeLessThanOrEqual(quizLimits.sample);
  });

  test('without its own text and media the package weighs less than 60 kB', () => {
    const ours = filesOf(folder, /^(?!pages\/|media\/|search-index\.js$|.*\.xsd$)/).map(codeOf);
    const all = ours.reduce((sum, [, text]) => sum + weightOf(text), 0);
    expect(all, ours.map(([name]) => name).join(', ')).toBeLessThan(packageLimit);
  });

  test('no page holds what is right', () => {
    const { data } = courses.get(folder) ?? { data: null };
    const refs = data?.quizzes.flatMap((quiz) => quiz.questions.flatMap(({ explanation }) => explanation ?? []));
    const texts = new Map(filesOf(folder, /[.]texts[.]js$/).flatMap(([, script]) => textsIn(script)));
    const said = (refs ?? []).flatMap((ref) => texts.get(ref)?.map(plain) ?? []).filter((text) => text.length > 30);
    expect(said).not.toEqual([]);
    for (const [name, html] of filesOf(folder, /^pages\/.*html$/)) {
      for (const [tag, attributes] of tagsOf(html)) {
        if (tag === 'input') expect(attributes, name).not.toMatch(/checked|correct|right/);
      }
      for (const text of said) expect(html.replaceAll(/<[^>]+>/g, ''), name).not.toContain(text);
    }
  });
});

/** The texts that a script of a page brings. */
const textsIn = (script: string): readonly (readonly [ref: number, text: readonly unknown[]])[] => {
  const texts = /, (\{.*\})\);\n$/.exec(script)?.[1] ?? '{}';
  return Object.entries(JSON.parse(texts) as Record<string, readonly unknown[]>).map(([ref, text]) => [
    Number(ref),
    text,
  ]);
};

/** The text of one piece of rich text. */
function plain(node: unknown): string {
  if (typeof node === 'string') return node;
  return Array.isArray(node) ? node.slice(2).map(plain).join('') : '';
}

test('the runtime without content elements, and with every type of question and every rule, keeps its bounds', async () => {
  const folder = path.join(packageRoot(), 'lib', 'runtime');
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  const styles = (parts: readonly string[]): Promise<string> =>
    Promise.all(parts.map((part) => read(`styles/${part}.css`))).then((texts) => texts.join(''));
  const all = (await readdir(path.join(folder, 'styles'), { recursive: true, encoding: 'utf8' }))
    .filter((name) => name.endsWith('.css'))
    .map((name) => name.slice(0, -4).replaceAll('\\', '/'));
  const full = [...Object.keys(features.questions), ...features.flags].sort().join('-');
  const launched = async (variant: string): Promise<number> => {
    const texts = [
      read(`player-scorm12.${variant}.js`),
      read(`page.${variant}.js`),
      styles(orderStyleParts(styleParts, new Set())),
    ];
    return (await Promise.all(texts)).reduce((sum, text) => sum + weightOf(text), 0);
  };
  const asked = [read(`quiz.${full}.js`), styles(orderStyleParts(quizStyleParts, new Set(all)))];
  expect(await launched('base')).toBeLessThanOrEqual(runtimeLimits.core);
  expect(await launched(full)).toBeLessThanOrEqual(runtimeLimits.full);
  expect((await Promise.all(asked)).reduce((sum, text) => sum + weightOf(text), 0)).toBeLessThanOrEqual(
    quizLimits.full,
  );
});
