import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { PageData } from '../../src/contract/course-data.ts';
import { readProject } from '../../src/course/read-project.ts';
import { loadToolbox } from '../../src/load-toolbox.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { type BuiltCourse, buildCourse } from '../browser/harness/build-course.ts';
import { useBrowser } from '../browser/harness/use-browser.ts';
import { type Payload, payloads } from './payloads.ts';

const tests = useBrowser();

const config =
  'id: hostile\ntitle: Hostile\nlanguage: en\nreport: completed-incomplete\nallowedHosts: [good.example]\n';
const media = {
  'media/map.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  'media/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
};

/** A lesson with a payload, and its quiz with it wherever an author may write markdown. YAML is a superset of JSON. */
function filesOf({ markdown }: Payload, number: number): Record<string, string> {
  const stem = `p${String(number).padStart(3, '0')}`;
  const text = (around: string): string => `${around}\n\n${markdown}`;
  const choice = (name: string, correct: boolean) => ({
    id: name,
    text: text(name),
    correct,
    feedback: text('Feedback.'),
  });
  const quiz = {
    title: 'Quiz',
    id: stem,
    description: text('About.'),
    questions: [
      {
        id: 'one',
        type: 'single',
        prompt: text('Which?'),
        choices: [choice('a', true), choice('b', false)],
        explanation: text('Why.'),
      },
    ],
  };
  return {
    [`${stem}.md`]: `---\ntitle: ${stem}\nid: ${stem}\n---\n\n${markdown}\n`,
    [`${stem}.quiz.yml`]: JSON.stringify(quiz),
  };
}

/** Does the compiler take it, or refuse it with an error (which is as good)? */
async function isTaken(
  files: Readonly<Record<string, string>>,
  toolbox: Awaited<ReturnType<typeof loadToolbox>>,
): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
  try {
    await mkdir(path.join(folder, 'media'));
    for (const [name, text] of Object.entries({ 'course.yml': config, ...media, ...files }))
      await writeFile(path.join(folder, name), text);
    const { output } = await compile(await readProject(folder, folder), scorm12, toolbox);
    return output !== null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In the browser: what the payloads call becomes an uncaught error, which the watch records. */
function refuseToRun(): void {
  const ran = (): void => {
    throw new Error('a payload ran');
  };
  Object.assign(globalThis, { alert: ran, msgbox: ran });
}

let course: BuiltCourse;
let taken = 0;
beforeAll(async () => {
  const toolbox = await loadToolbox();
  const files: Record<string, string> = {};
  for (const [index, payload] of payloads.entries()) {
    const own = filesOf(payload, index);
    if (!(await isTaken(own, toolbox))) continue;
    taken += 1;
    Object.assign(files, own);
  }
  course = await buildCourse(null, { 'course.yml': config, ...media, ...files });
});

test('whatever an author writes, nothing runs in the learner’s browser and nothing is fetched from outside', async () => {
  expect(payloads.length).toBeGreaterThanOrEqual(60);
  // Enough of them come through the compiler for the browser to have something to say.
  expect(taken).toBeGreaterThanOrEqual(40);
  // Three learners share the pages.
  const { pages } = course.data;
  await Promise.all([0, 1, 2].map((share) => playThrough(pages.filter((_, index) => index % 3 === share))));
});

/** Opens the pages, answers their questions, and looks for what could run. */
async function playThrough(pages: readonly PageData[]): Promise<void> {
  const { context, launch, watch } = await tests.visit(course);
  await context.addInitScript(refuseToRun);
  const { learner } = await launch();
  await learner.arrived();
  for (const page of pages) {
    await learner.open(page.id);
    // The control itself: a payload may fill the label with things to click on.
    await learner.lesson.locator('[data-question="one"] > fieldset input').last().check();
    await learner.lesson.locator('[data-check]').click();
    await learner.lesson.locator('[data-question="one"][data-verdict="wrong"]').waitFor();
    const dangers = await learner.lesson.locator('html').evaluate((html) => {
      const found: string[] = [];
      for (const element of html.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          if (/^on|^(srcdoc|style|formaction|ping)$/.test(name) && !element.closest('.result'))
            found.push(`${name}=${value}`);
          if (
            /^(href|src|action|xlink:href)$/.test(name) &&
            /^\s*(javascript|vbscript|data:text|blob|file):?/i.test(value)
          )
            found.push(`${name}=${value}`);
        }
        for (const type of ['mouseover', 'mousemove', 'pointerenter', 'focus'])
          element.dispatchEvent(new Event(type, { bubbles: true }));
      }
      return found;
    });
    expect(dangers, page.id).toEqual([]);
  }
  expect(watch).toEqual({ problems: [], outside: [] });
}

test('what the LMS says is shown as text, or not at all', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'';
  const { context, launch, server, watch } = await tests.visit(course, {
    learner: { id: evil, name: evil },
    launch: { launchData: evil, commentsFromLms: evil },
  });
  await context.addInitScript(refuseToRun);
  server.store.values = {
    'cmi.suspend_data': evil,
    'cmi.core.lesson_location': evil,
    'cmi.core.lesson_status': 'incomplete',
  };
  const { learner } = await launch();
  await learner.arrived();
  await learner.untilSign('saved');
  expect(await learner.player.locator('img').count()).toBe(0);
  expect(watch).toEqual({ problems: [], outside: [] });
});
