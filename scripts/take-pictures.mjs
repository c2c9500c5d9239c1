// Takes the pictures of the documentation from the sample course: `npm run pictures`, after `npm run build`.
// They are PNG files in `docs/images/`; look at them before you commit them.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { compile, loadToolbox, readProject, targets } = await import(path.join(root, 'lib', 'index.js'));
const site = 'http://course.test/';
const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', txt: 'text/plain' };

const project = await readProject(path.join(root, 'content', 'from-code-to-production'), root);
const toolbox = await loadToolbox();
const { output } = await compile(project, targets[0], toolbox);
if (output === null) throw new Error('The sample course has errors: run `build-scorm check`.');
const files = new Map(output.files.map((file) => [file.path, file]));

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

async function openCourse(options) {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en', reducedMotion: 'reduce', ...options });
  await context.route(`${site}**`, async (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice(1) || 'index.html');
    if (file === undefined) return route.fulfill({ status: 404 });
    const body = 'text' in file ? file.text : Buffer.from(file.bytes ?? (await readFile(file.file)));
    return route.fulfill({ body, contentType: types[path.extname(file.path).slice(1)] ?? 'application/octet-stream' });
  });
  await context.addInitScript(standInForAnLms);
  const page = await context.newPage();
  await page.goto(`${site}index.html`);
  await page.locator('[data-save="saved"]').waitFor();
  return { page, lesson: page.frameLocator('iframe'), close: () => context.close() };
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

await browser.close();
