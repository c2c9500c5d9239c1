// Takes the pictures of the documentation from the sample course, and those of single elements from the course that shows
// them all: `npm run pictures`, after `npm run build`.
// They are PNG files in `docs/images/`; look at them before you commit them.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { compile, loadToolbox, readProject, targets } = await import(path.join(root, 'lib', 'index.js'));
const site = 'http://course.test/';
const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', txt: 'text/plain' };

const toolbox = await loadToolbox();
const sample = await filesOf('content/from-code-to-production');

async function filesOf(course) {
  const { output } = await compile(await readProject(path.resolve(root, course), root), targets[0], toolbox);
  if (output === null) throw new Error(`${course} has errors: run \`build-scorm check ${course}\`.`);
  return new Map(output.files.map((file) => [file.path, file]));
}

/** The least an LMS does: it keeps what it is given. */
function standInForAnLms() {
  const values = new Map();
  const yes = () => 'true';
  globalThis.API = {
    LMSInitialize: yes,
    LMSFinish: yes,
    LMSCommit: yes,
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
    LMSGetValue: (element) => values.get(element) ?? (element === 'cmi.core.student_id' ? 'reader' : ''),
    LMSSetValue: (element, value) => String(Boolean(values.set(element, value))),
  };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });

async function browse(files, options) {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en', reducedMotion: 'reduce', ...options });
  await context.route(`${site}**`, async (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice(1) || 'index.html');
    if (file === undefined) return route.fulfill({ status: 404 });
    const body = 'text' in file ? file.text : Buffer.from(file.bytes ?? (await readFile(file.file)));
    return route.fulfill({ body, contentType: types[path.extname(file.path).slice(1)] ?? 'application/octet-stream' });
  });
  return context;
}

async function openCourse(options, files = sample) {
  const context = await browse(files, options);
  await context.addInitScript(standInForAnLms);
  const page = await context.newPage();
  await page.goto(`${site}index.html`);
  await page.locator('[data-save="saved"]').waitFor();
  const lesson = page.frameLocator('iframe');
  await lesson.locator('[data-start]').click();
  await lesson.locator('.prose').waitFor();
  return { page, lesson, close: () => context.close() };
}

const keep = async (page, name) => {
  await page.waitForTimeout(500);
  await writeFile(path.join(root, 'docs', 'images', name), await page.screenshot());
};

const desk = await openCourse({ viewport: { width: 1280, height: 800 } });
await desk.lesson.locator('h1').waitFor();
await keep(desk.page, 'player.png');
await desk.close();

const phone = await openCourse({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
const question = phone.lesson.locator('[data-question]').first();
await question.locator('input').nth(2).check({ force: true });
await question.locator('[data-check]').click();
await question
  .locator('[data-verdict]:not([data-verdict=""]), .verdict')
  .first()
  .waitFor({ timeout: 2_000 })
  .catch(() => {});
await question.evaluate((element) => element.scrollIntoView({ block: 'start' }));
await keep(phone.page, 'player-phone.png');
await phone.close();

const themed = await openCourse(
  { viewport: { width: 1280, height: 640 } },
  await filesOf('tests/browser/courses/themed'),
);
await themed.lesson.locator('.callout').waitFor();
await keep(themed.page, 'theme.png');
await themed.close();

/** One of each element: where it is, and which on its page. */
const elements = [
  ['tabs', 'choices', '.tabs'],
  ['accordion', 'choices', '.accordion'],
  ['cards', 'choices', '.cards'],
  ['flip-cards', 'choices', '.flip-cards'],
  ['definition-list', 'choices', 'dl'],
  ['columns', 'choices', '.columns'],
  ['steps', 'procedures', '.steps'],
  ['timeline', 'procedures', '.timeline'],
  ['try-it', 'procedures', '.try-it'],
  ['checklist', 'procedures', '.checklist'],
  ['quote', 'procedures', '.quote'],
  ['callouts', 'procedures', '.prose > .callout', '.prose > .callout:last-child'],
  ['code', 'code', 'figure.code'],
  ['diff', 'code', 'figure.code:has(.language-diff)'],
];

/** Of formulas and media. A film shows its poster, since this browser may not play it. */
const media = [
  ['formula', 'media', '.prose > p:has(math)', '.formula'],
  ['audio', 'media', '.media:has(audio)'],
  ['video', 'media', '.media:has(video)'],
  ['download', 'media', '.download'],
  ['embed', 'media', '.embed'],
  ['compare', 'media', '.compare'],
];

/** What lessons of the sample course have, and its pages around them. */
const pages = [
  ['reference', 'production-mental-model', '.reference'],
  ['diagram', 'production-mental-model', 'figure.diagram'],
];

const pier =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240"><path fill="#cfe3f1" d="M0 0h640v240H0z"/><path fill="#8a6a45" d="M240 60h36v180h-36z"/><path fill="#fff" stroke="#345" stroke-width="4" d="m80 130 30 40h70l30-40zM300 130l30 40h70l30-40z"/></svg>';

/** Every type of question as its own example in `docs/questions.md` shows it, each in a lesson of a course made for it. */
async function questionsOfTheGuide(folder) {
  const text = await readFile(path.join(root, 'docs', 'questions.md'), 'utf8');
  const examples = [...text.matchAll(/^## ([\w-]+)\n[\s\S]*?^```markdown\n(:::quiz[\s\S]*?\n:::)\n```$/gm)];
  await mkdir(path.join(folder, 'media'));
  await writeFile(path.join(folder, 'media', 'pier.svg'), pier);
  const choices = /^```markdown\n(:::quiz\[Check your grinder\][\s\S]*?\n:::)\n```$/m.exec(
    await readFile(path.join(root, 'docs', 'authoring.md'), 'utf8'),
  );
  await writeFile(path.join(folder, 'choices.md'), `---\ntitle: Choices\n---\n\n${choices[1]}\n`);
  await writeFile(path.join(folder, 'course.yml'), 'id: guide\ntitle: Guide\nlanguage: en\n');
  for (const [, title, quiz] of examples) {
    const lesson = `---\ntitle: ${title}\n---\n\n${quiz.replaceAll('pier.png', 'pier.svg')}\n`;
    await writeFile(path.join(folder, `${title.toLowerCase()}.md`), lesson);
  }
  // In the player, which brings the buttons.
  const { page, lesson, close } = await openCourse({ viewport: { width: 1100, height: 900 } }, await filesOf(folder));
  const shots = [
    ...['single', 'multiple', 'true-false'].map((name, index) => ['choices', name, index]),
    ...examples.map(([, title]) => [title.toLowerCase(), title.toLowerCase(), 0]),
  ];
  for (const [id, name, index] of shots) {
    await page.waitForTimeout(300);
    await page.locator(`[data-outline] a[data-page="${id}"]`).evaluate((link) => link.click());
    const question = lesson.locator(`body[data-page="${id}"] [data-question]`).nth(index);
    await question.waitFor();
    await page.waitForTimeout(500);
    const picture = await question.screenshot();
    await writeFile(path.join(root, 'docs', 'images', 'questions', `${name}.png`), picture);
  }
  await close();
}

async function pictures(course, list) {
  const context = await browse(course, { viewport: { width: 800, height: 800 } });
  const shown = await context.newPage();
  for (const [name, lesson, first, last = first] of list) {
    await shown.goto(`${site}pages/${lesson}.html`);
    // The controls of a film show a wheel until its beginning is there.
    await shown.waitForTimeout(name === 'video' ? 3_000 : 0);
    const from = await shown.locator(first).first().boundingBox();
    const to = await shown.locator(last).first().boundingBox();
    const margin = 16;
    const clip = {
      x: from.x - margin,
      y: from.y - margin,
      width: from.width + 2 * margin,
      height: to.y + to.height - from.y + 2 * margin,
    };
    const picture = await shown.screenshot({ fullPage: true, clip });
    await writeFile(path.join(root, 'docs', 'images', 'elements', `${name}.png`), picture);
  }
  await context.close();
}
await pictures(await filesOf('tests/browser/courses/elements'), elements);
await pictures(await filesOf('tests/browser/courses/media'), media);
await pictures(sample, pages);
const guide = await mkdtemp(path.join(tmpdir(), 'pictures-'));
await questionsOfTheGuide(guide);
await rm(guide, { recursive: true });

await browser.close();
