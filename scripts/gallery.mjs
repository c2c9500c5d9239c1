// Pictures of every page, element and state, in light and dark, wide and narrow, from left to right and from right to left:
// `npm run gallery`, after `npm run build`. The pages are `gallery/*.html`; begin with `index.html`.
// `npm run gallery -- Quiz` takes the scenes whose group or name has this word.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { compileCourse, courses, serveFiles } from './gallery/courses.mjs';
import { galleryPages } from './gallery/gallery-pages.mjs';
import { learnerOf, standInForAnLms } from './gallery/learner.mjs';
import { scenes } from './gallery/scenes.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'gallery');
const site = 'http://course.test/';
const sizes = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  frame: { width: 600, height: 400 },
  paper: { width: 718, height: 1000 },
};
const directions = { ltr: 'en', rtl: 'ar' };
/** Longer pages are cut. */
const tallest = 6000;
const atOnce = 3;

const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = scenes.filter((scene) =>
  wanted.every((word) => `${scene.group} ${scene.name}`.toLowerCase().includes(word)),
);
const lib = await import(path.join(root, 'lib', 'index.js'));
const toolbox = await lib.loadToolbox();
const compiled = new Map();
for (const { course, extra = '' } of chosen) {
  for (const language of Object.values(directions)) {
    const key = `${course} ${language} ${extra}`;
    if (compiled.has(key)) continue;
    compiled.set(key, await compileCourse(root, lib, toolbox, { folder: courses[course], language, extra }));
  }
}

if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
const taken = [];
const problems = [];
const waiting = chosen.flatMap((scene) => Object.keys(directions).map((direction) => ({ scene, direction })));
await Promise.all([...Array(atOnce)].map(work));
await browser.close();

async function work() {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    const { scene, direction } = job;
    try {
      await play(scene, direction);
    } catch (error) {
      problems.push(`${scene.group}, ${scene.name}, ${direction}: ${error.message.split('\n').slice(0, 4).join(' ')}`);
    }
  }
}

async function play(scene, direction) {
  const course = compiled.get(`${scene.course} ${directions[direction]} ${scene.extra ?? ''}`);
  const first = scene.narrow ? sizes.phone : sizes.desk;
  const context = await browser.newContext({ viewport: first, reducedMotion: 'reduce', locale: directions[direction] });
  context.setDefaultTimeout(20_000);
  try {
    await serveFiles(context, site, course.files);
    if (scene.lms !== 'none')
      await context.addInitScript(standInForAnLms, {
        mode: scene.lms === 'review' ? 'review' : 'normal',
        fails: scene.lms === 'fails',
      });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(`${scene.group}, ${scene.name}: ${error.message}`));
    if (scene.file !== undefined) await page.goto(`${site}pages/${scene.file}.html`);
    const shown = scene.file === undefined ? await open(page, scene, course, context) : page;
    for (const size of scene.sizes ?? ['desk', 'phone']) {
      for (const scheme of scene.media === 'print' ? ['light'] : ['light', 'dark'])
        await picture(shown, scene, { size, scheme, direction });
    }
  } finally {
    await context.close();
  }
}

async function open(page, scene, course, context) {
  if (scene.waits) await page.clock.install();
  await page.goto(`${site}index.html`);
  const learner = learnerOf(page, course.data);
  // Nothing of the opening is seen for a second.
  if (scene.waits) await page.waitForTimeout(1500);
  else await learner.lesson.locator('body[data-page]').waitFor();
  const gone = await scene.go?.(learner, {
    pass: async (milliseconds) => {
      await page.clock.runFor(milliseconds);
      await page.clock.resume();
    },
    second: async () => {
      const other = await context.newPage();
      await other.goto(`${site}index.html`);
      await other.locator('[data-panel="second"]:visible').waitFor();
      return { shown: other };
    },
  });
  return gone?.shown ?? page;
}

/** Those below the fold too, which wait for their turn. In the browser. */
async function loadPictures() {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

async function picture(page, scene, { size, scheme, direction }) {
  const { width, height } = sizes[size];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, media: scene.media ?? null });
  await page.waitForTimeout(250);
  for (const frame of page.frames()) await frame.evaluate(loadPictures);
  const inFrame = scene.file === undefined && scene.tall === true;
  if (inFrame) {
    const frame = page.frames().find((each) => each.url().includes('/pages/'));
    const [length, bar] = await Promise.all([
      frame.evaluate(() => document.documentElement.scrollHeight),
      page.locator('.bar').evaluate((element) => element.getBoundingClientRect().height),
    ]);
    await page.setViewportSize({ width, height: Math.max(height, Math.min(tallest, Math.ceil(length + bar))) });
    await frame.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await page.waitForTimeout(250);
  }
  const name = `${scene.group} ${scene.name} ${size} ${scheme} ${direction}`;
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
  await writeFile(path.join(folder, file), await page.screenshot({ fullPage: scene.file !== undefined }));
  taken.push({ ...scene, file, size, scheme, direction });
}

const order = new Map(scenes.map((scene, index) => [`${scene.group} ${scene.name}`, index]));
const sorted = taken.toSorted(
  (a, b) => order.get(`${a.group} ${a.name}`) - order.get(`${b.group} ${b.name}`) || (a.file < b.file ? -1 : 1),
);
for (const [name, html] of galleryPages(sorted)) await writeFile(path.join(folder, name), html);
console.log(`${taken.length} pictures: ${path.relative(process.cwd(), path.join(folder, 'index.html'))}`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
