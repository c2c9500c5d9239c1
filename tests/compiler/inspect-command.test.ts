import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, run } from './tool.ts';

let folder: string;
const at = (...parts: string[]): string => path.join(folder, ...parts);
const start = (...args: string[]) => run(args, { cwd: folder });
const zip = 'dist/course-1.0.0-scorm12.zip';

beforeAll(async () => {
  folder = await newFolder();
  expect((await start('init', 'course')).code).toBe(0);
  expect(await start('build', 'course')).toMatchObject({ code: 0, out: `${zip}\n` });
});
afterAll(() => rm(folder, { recursive: true }));

/** Changes a file of the course for one test. */
async function changed(name: string, from: string | RegExp, to: string, then: () => Promise<void>): Promise<void> {
  const before = await readFile(at('course', name), 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(at('course', name), after);
  await then().finally(() => writeFile(at('course', name), before));
}

describe('inspect', () => {
  test('shows course, pages, quizzes, state and files', async () => {
    const { code, out, talk } = await start('inspect', zip);
    expect({ code, talk }).toEqual({ code: 0, talk: '' });
    expect(out).toMatch(
      /^Course\n {2}dist\/course-1\.0\.0-scorm12\.zip: SCORM 1\.2, \d+ kB, \d+ files, \d+ kB unpacked\n/,
    );
    expect(out).toContain('  course course, version 1.0.0, language en, build ');
    expect(out).toMatch(/saved state: at most \d+ of 4096 characters \(\d+ %\)/);
    expect(out).toContain('reports passed-incomplete; complete with lessons and quizzes; passed with 80 % and exam');
    expect(out).toContain('quiz exam: 3 questions, 80 % to pass, 2 attempts, weight 2');
    expect(out).toMatch(/new-version +single +1 point/);
    expect(out).toMatch(/ kB {2}pages\/writing-a-lesson\.html\n/);
  });

  test('says the same as data', async () => {
    const { code, out } = await start('inspect', zip, '--json');
    expect(code).toBe(0);
    const data = JSON.parse(out);
    expect(data).toMatchObject({
      package: zip,
      scorm: '1.2',
      course: { id: 'course', version: '1.0.0', rules: { pass: 80 } },
    });
    expect(data.course.quizzes.map((quiz: { id: string }) => quiz.id)).toEqual([
      'lesson-check',
      'questions-check',
      'exam',
    ]);
    expect(data.files[0]).toMatchObject({ path: 'imsmanifest.xml' });
  });

  test('tells the ids of options, by which a reworded one stays the same', async () => {
    const { out } = await start('inspect', zip, '--json');
    const questions: { id: string; choices?: string[] }[] = JSON.parse(out).course.quizzes.flatMap(
      (quiz: { questions: object[] }) => quiz.questions,
    );
    const ids = questions.find(({ id }) => id === 'new-version')?.choices ?? [];
    expect(ids.length).toBeGreaterThan(1);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
  });

  test('what cannot be read is said in plain words', async () => {
    await writeFile(at('text.zip'), 'hello');
    expect(await start('inspect', 'text.zip')).toMatchObject({ code: 1, out: '' });
    expect((await start('inspect', 'text.zip')).talk).toContain('text.zip cannot be inspected: it is no zip');
    expect((await start('inspect', 'none.zip')).talk).toContain('it does not exist');
  });
});

describe('build --previous', () => {
  test('with nothing changed there is nothing to say', async () => {
    const { code, talk } = await start('build', 'course', '--previous', zip, '--strict', '-o', 'other');
    expect(code).toBe(0);
    expect(talk).toContain('0 warnings');
  });

  test('says at its place what changes for learners; strict refuses it', async () => {
    await changed('03-exam.quiz.yml', 'answer: true', 'answer: false', async () => {
      await changed('course.yml', '"1.0.0"', '"1.1.0"', async () => {
        const { code, talk, out } = await start('build', 'course', '--previous', zip, '-o', 'other');
        expect({ code, out }).toEqual({ code: 0, out: 'other/course-1.1.0-scorm12.zip\n' });
        expect(talk).toMatch(
          /course\/03-exam\.quiz\.yml:\d+:\d+ {2}warning {2}The right answer of the question `results`, or its credit, has changed {2}release-answer-key/,
        );
        expect(await start('check', 'course', '--previous', zip, '--strict')).toMatchObject({ code: 1 });
      });
    });
  });

  test('refuses another course id, unless forced', async () => {
    await changed('course.yml', 'id: course', 'id: renamed', async () => {
      const refused = await start('build', 'course', '--previous', zip);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.talk).toContain('release-course-id');
      expect(refused.talk).toContain('Write `id: course`, or build with `--force`');
      expect(await start('build', 'course', '--previous', zip, '--force', '-o', 'other')).toMatchObject({
        code: 0,
        out: 'other/renamed-1.0.0-scorm12.zip\n',
      });
    });
  });

  test('a zip that cannot be compared with is wrong usage, and nothing is built', async () => {
    const { code, out, talk } = await start('build', 'course', '--previous', 'course/course.yml', '-o', 'none');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(talk).toContain('course/course.yml cannot be compared with: it is no zip');
  });
});

describe("the trainer's sheet", () => {
  test('lies beside the package, the same in each build', async () => {
    const sheet = 'dist/course-1.0.0-scorm12-trainer.html';
    const before = await readFile(at(sheet), 'utf8');
    const { code, out, talk } = await start('build', 'course');
    expect({ code, out }).toEqual({ code: 0, out: `${zip}\n` });
    expect(talk).toContain(`${sheet}   for the trainer`);
    expect(await readFile(at(sheet), 'utf8')).toBe(before);
    expect(JSON.parse((await start('build', 'course', '--json')).out)).toMatchObject([{ package: zip, sheet }]);
  });

  test('is left out with --no-sheet', async () => {
    const { out, talk } = await start('build', 'course', '--no-sheet', '-o', 'bare');
    expect(out).toBe('bare/course-1.0.0-scorm12.zip\n');
    expect(talk).not.toContain('trainer');
    await expect(readFile(at('bare', 'course-1.0.0-scorm12-trainer.html'))).rejects.toThrow('ENOENT');
  });
});
