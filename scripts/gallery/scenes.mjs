/**
 * What is pictured. `go` brings the course there; without it, it is as it opens. `tall` shows the page in full length.
 *
 * @typedef {{ group: string, name: string, course: string, go?: (learner: object, tools: object) => Promise<unknown>,
 *   lms?: 'none' | 'fails' | 'review', file?: string, tall?: boolean, sizes?: readonly string[], extra?: string,
 *   media?: 'print', waits?: boolean }} Scene
 */

const frames = ['desk', 'phone', 'frame'];

const scene = (group, name, course, go, more = {}) => ({ group, name, course, go, ...more });
/** A page read alone, as the package has it. */
const alone = (group, name, course, file, more = {}) => ({ group, name, course, file, tall: true, ...more });

async function takeAll(learner, how) {
  await learner.open('harbor');
  await learner.take('check', how);
  await learner.readToEnd();
  await learner.open('questions');
  await learner.take('questions', how);
  await learner.open('exam');
  await learner.take('exam', how);
}

const player = [
  scene('Player', 'course home at the first visit', 'sample', undefined, { sizes: frames }),
  scene('Player', 'course home in full', 'sample', undefined, { tall: true }),
  scene('Player', 'course home on the way', 'small', async (learner) => {
    await learner.open('harbor');
    await learner.readToEnd();
    await learner.open('_home');
  }),
  scene('Player', 'lesson', 'sample', (learner) => learner.lesson.locator('[data-start]').click(), { sizes: frames }),
  scene('Player', 'contents opened', 'sample', (learner) => learner.page.locator('[data-menu]').click(), {
    sizes: ['phone', 'frame'],
    narrow: true,
  }),
  scene(
    'Player',
    'shortcuts',
    'sample',
    (learner) => learner.page.locator('[data-keys-open]').evaluate((button) => button.click()),
    {
      sizes: frames,
    },
  ),
  scene('Player', 'theme of an author', 'themed', (learner) => learner.open('lines')),
  scene(
    'Player',
    'locked page',
    'small',
    (learner) => learner.page.locator('[data-outline] a[data-page="tides"]').evaluate((link) => link.click()),
    { extra: 'gating: sequential' },
  ),
];

const signs = [
  scene(
    'Signs and panels',
    'not saved yet',
    'small',
    async (learner) => {
      await learner.open('harbor');
      await learner.page.locator('[data-save="unsaved"]').waitFor({ state: 'attached' });
    },
    { lms: 'fails', sizes: frames },
  ),
  scene('Signs and panels', 'review by a trainer', 'small', undefined, { lms: 'review' }),
  scene('Signs and panels', 'opening', 'small', undefined, { lms: 'none', waits: true }),
  scene('Signs and panels', 'no platform found', 'small', (_learner, { pass }) => pass(11_000), {
    lms: 'none',
    waits: true,
    sizes: frames,
  }),
  scene(
    'Signs and panels',
    'not tracked',
    'small',
    async (learner, { pass }) => {
      await pass(11_000);
      await learner.page.locator('[data-accept]').click();
      await learner.lesson.locator('body[data-page]').waitFor();
    },
    { lms: 'none', waits: true },
  ),
  scene('Signs and panels', 'open in another tab', 'small', async (_learner, { second }) => second()),
  scene('Signs and panels', 'ended', 'small', (learner) => learner.page.locator('[data-exit]').click()),
];

const kinds = [
  'single',
  'multiple',
  'true-false',
  'fill-in',
  'numeric',
  'blanks',
  'matching',
  'ordering',
  'hotspot',
  'likert',
  'open',
];
const quizzes = [
  scene('Quiz', 'before', 'every', (learner) => learner.open('questions'), { tall: true }),
  scene(
    'Quiz',
    'all right',
    'every',
    async (learner) => {
      await learner.open('questions');
      for (const kind of kinds) await learner.check('questions', kind, 'right');
    },
    { tall: true },
  ),
  scene(
    'Quiz',
    'all wrong',
    'every',
    async (learner) => {
      await learner.open('questions');
      for (const kind of kinds) await learner.check('questions', kind, 'wrong');
    },
    { tall: true },
  ),
  scene(
    'Quiz',
    'one answer checked',
    'every',
    async (learner) => {
      await learner.open('questions');
      await learner.check('questions', 'single', 'wrong');
      await learner.show('[data-question="single"]');
    },
    { sizes: frames },
  ),
  scene('Quiz', 'hint asked for', 'every', async (learner) => {
    await learner.open('questions');
    await learner.lesson.locator('[data-ask-hint]').first().click();
    await learner.show('[data-question="single"]');
  }),
  scene('Quiz', 'nothing chosen', 'every', async (learner) => {
    await learner.open('questions');
    await learner.lesson.locator('[data-check]').first().click();
    await learner.show('[data-question="single"]');
  }),
  scene('Exam', 'before it begins', 'every', (learner) => learner.open('exam')),
  scene(
    'Exam',
    'with its clock',
    'every',
    async (learner) => {
      await learner.open('exam');
      await learner.begin('exam');
    },
    { tall: true },
  ),
  scene(
    'Exam',
    'answers missing',
    'every',
    async (learner) => {
      await learner.open('exam');
      await learner.begin('exam');
      await learner.respond('exam', 'highest', 'right');
      await learner.lesson.locator('[data-submit]').click();
      await learner.lesson.locator('[data-errors]:visible').waitFor();
    },
    { tall: true },
  ),
  scene(
    'Exam',
    'passed',
    'every',
    async (learner) => {
      await learner.open('exam');
      await learner.take('exam', 'right');
    },
    { tall: true, sizes: frames },
  ),
  scene(
    'Exam',
    'not passed',
    'every',
    async (learner) => {
      await learner.open('exam');
      await learner.take('exam', 'wrong');
    },
    { tall: true },
  ),
];

const outcomes = [
  scene('Result and certificate', 'nothing done yet', 'every', (learner) => learner.open('_end'), { tall: true }),
  scene(
    'Result and certificate',
    'passed',
    'every',
    async (learner) => {
      await takeAll(learner, 'right');
      await learner.open('_end');
    },
    { tall: true },
  ),
  scene(
    'Result and certificate',
    'not passed',
    'every',
    async (learner) => {
      await takeAll(learner, 'wrong');
      await learner.open('_end');
    },
    { tall: true },
  ),
  scene('Result and certificate', 'own answers, none', 'every', (learner) => learner.open('_review')),
  scene(
    'Result and certificate',
    'own answers',
    'every',
    async (learner) => {
      await takeAll(learner, { single: 'wrong', multiple: 'wrong', numeric: 'wrong', loading: 'wrong' });
      await learner.open('_review');
    },
    { tall: true },
  ),
  scene('Result and certificate', 'certificate not earned', 'every', (learner) => learner.open('_certificate')),
  scene(
    'Result and certificate',
    'certificate',
    'every',
    async (learner) => {
      await takeAll(learner, 'right');
      await learner.open('_certificate');
    },
    { tall: true, sizes: frames },
  ),
];

const around = [
  scene('Search and glossary', 'search, empty', 'sample', (learner) => learner.open('_search'), { sizes: frames }),
  scene('Search and glossary', 'search, found', 'sample', async (learner) => {
    await learner.open('_search');
    await learner.lesson.locator('[data-search-field]').fill('container image');
    await learner.lesson.locator('[data-search-results] > *').first().waitFor();
  }),
  scene('Search and glossary', 'search, nothing found', 'sample', async (learner) => {
    await learner.open('_search');
    await learner.lesson.locator('[data-search-field]').fill('zeppelin');
    await learner.page.waitForTimeout(400);
  }),
  scene('Search and glossary', 'glossary', 'sample', (learner) => learner.open('_glossary')),
  scene('Search and glossary', 'a term opened', 'every', async (learner) => {
    await learner.open('harbor');
    await learner.lesson.locator('a.term').first().click();
  }),
];

const pages = [
  alone('Content elements', 'choices: tabs, accordion, cards', 'elements', 'choices'),
  alone('Content elements', 'procedures: steps, timeline, tasks', 'elements', 'procedures'),
  alone('Content elements', 'code', 'elements', 'code'),
  alone('Content elements', 'media', 'media', 'media'),
  alone('Content elements', 'media, more', 'media', 'more'),
  alone('Content elements', 'a long lesson', 'sample', 'production-mental-model'),
];

const print = ['_home', '_end', '_review', '_certificate', '_glossary', '_search', 'harbor', 'questions'];
const paper = [
  ...print.map((file) => alone('Print', `${file} alone`, 'every', file, { media: 'print', sizes: ['paper'] })),
  alone('Print', 'content elements', 'elements', 'choices', { media: 'print', sizes: ['paper'] }),
  alone('Print', 'steps and tasks', 'elements', 'procedures', { media: 'print', sizes: ['paper'] }),
  scene('Print', 'the player', 'every', undefined, { media: 'print', sizes: ['paper'] }),
];

/** @type {readonly Scene[]} */
export const scenes = [...player, ...signs, ...quizzes, ...outcomes, ...around, ...pages, ...paper];
