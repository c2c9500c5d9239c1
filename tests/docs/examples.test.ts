import { beforeAll, describe, expect, test } from 'vitest';
import type { Toolbox } from '../../src/compile.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { compileExample } from './compile-example.ts';
import { codeBlocks, type DocsPage, readPages } from './read-docs.ts';

// How examples are written: a block of `markdown` or `yaml` is compiled, and `css` with a title. `title="espresso/01-grind.md"` names the course
// of the page it belongs to and the file it is; markdown without a title is the body of a lesson. What shall not be
// compiled, such as a sketch of a form, is `text`.

interface Example {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

const titleOf = (meta: string | null | undefined): string | null => /\btitle="([^"]+)"/.exec(meta ?? '')?.[1] ?? null;

function examplesOf(page: DocsPage): readonly Example[] {
  const courses = new Map<string, Map<string, string>>();
  const bodies: Example[] = [];
  for (const block of codeBlocks(page)) {
    const title = titleOf(block.meta);
    const isExample = block.lang === 'markdown' || block.lang === 'yaml' || (block.lang === 'css' && title !== null);
    if (!isExample) continue;
    const line = block.position?.start.line ?? 0;
    if (title === null) {
      if (block.lang === 'yaml') throw new Error(`${page.path}:${line}: an example of YAML needs a title.`);
      const lesson = `---\ntitle: Example\n---\n\n${block.value}\n`;
      bodies.push({ name: `${page.path}:${line}`, files: new Map([['01-example.md', lesson]]) });
      continue;
    }
    const [course = '', ...path] = title.split('/');
    const files = courses.get(course) ?? new Map<string, string>();
    courses.set(course, files.set(path.join('/'), `${block.value}\n`));
  }
  return [...bodies, ...[...courses].map(([course, files]) => ({ name: `${page.path} ${course}/`, files }))];
}

const examples = readPages().flatMap(examplesOf);

let toolbox: Toolbox;
beforeAll(async () => {
  toolbox = await loadToolbox();
});

describe('examples in the documentation compile without a message', () => {
  test.each(examples)('$name', async ({ files }) => {
    expect(await compileExample(files, toolbox)).toEqual([]);
  });

  test('there are many of them, and a wrong one is noticed', async () => {
    expect(examples.length).toBeGreaterThan(12);
    const wrong = await compileExample(new Map([['course.yml', 'id: x\ntitel: y\nlanguage: en\n']]), toolbox);
    expect(wrong.join()).toContain('unknown-key');
  });
});
