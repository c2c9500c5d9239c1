import { beforeAll, describe, expect, test } from 'vitest';
import { decodeState } from '../../src/contract/state-codec.ts';
import { type BuiltCourse, buildCourse } from './harness/build-course.ts';
import type { Learner } from './harness/learner.ts';
import { unpack } from './harness/unpack.ts';
import { useBrowser } from './harness/use-browser.ts';

const tests = useBrowser();
let course: BuiltCourse;
beforeAll(async () => {
  course = await buildCourse('tests/browser/courses/media');
});

const pageOf = (href: string): string => course.files.get(`pages/${href}`)?.toString('utf8') ?? '';

async function open(options: Parameters<typeof tests.visit>[2] = {}) {
  const { launch, context, watch, server, faults } = await tests.visit(
    course,
    {},
    { reducedMotion: 'reduce', ...options },
  );
  // What is not the course is a page of another site.
  await context.route('https://video.example/**', (route) =>
    route.fulfill({ body: '<!DOCTYPE html><title>A film</title><p>A film', contentType: 'text/html' }),
  );
  const { learner, lms } = await launch();
  await learner.arrived();
  await learner.isOn('media');
  return { learner, lms, context, watch, launch, server, faults };
}

describe('a video that is to be watched', () => {
  test('holds the lesson back until it has been played; dragging to its end is not enough', async () => {
    const { learner } = await open();
    const { lesson } = learner;
    const video = lesson.locator('video');
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      element.playbackRate = 4;
      element.currentTime = 3.9;
      return element.play();
    });
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true);
    await lesson.locator('[data-end]').scrollIntoViewIfNeeded();
    expect(await learner.outlineState('media')).not.toMatch(/done/i);
    expect(await lesson.locator('.media-watch').textContent()).toContain('90%');

    await learner.untilHeard('read', () =>
      video.evaluate((element: HTMLVideoElement) => {
        element.currentTime = 0;
        return element.play();
      }),
    );
    expect(await lesson.locator('.media-watch').textContent()).toBe('Watched');
  });

  test('goes on where it was left, on the page again and on another computer, and completes the lesson after the rest', async () => {
    const { learner, launch, server, faults } = await open();
    const video = learner.lesson.locator('video');
    const positionOf = ({ lesson }: Learner): Promise<number> =>
      lesson.locator('video').evaluate((element: HTMLVideoElement) => element.currentTime);
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      element.playbackRate = 2;
      return element.play();
    });
    await expect.poll(() => positionOf(learner)).toBeGreaterThan(2);
    await video.evaluate((element: HTMLVideoElement) => element.pause());
    const left = await positionOf(learner);
    const beginsThere = async (here: Learner): Promise<void> => {
      await expect.poll(() => positionOf(here)).toBeGreaterThan(left - 0.3);
      expect(await positionOf(here)).toBeLessThanOrEqual(left);
      expect(await here.lesson.locator('video').evaluate((element: HTMLVideoElement) => element.paused)).toBe(true);
      expect(await here.lesson.locator('.media-watch').textContent()).toContain('90%');
    };
    // Whoever goes on has not seen the rest.
    await learner.next();
    await learner.isOn('more');
    expect(await learner.outlineState('media')).toBe('todo');
    await learner.open('media');
    await beginsThere(learner);
    await learner.exit();
    await learner.player.locator('body[data-phase="ended"]').waitFor();

    const { learner: later } = await launch(await tests.browser.newContext({ reducedMotion: 'reduce' }));
    await later.arrived();
    await later.isOn('media');
    await beginsThere(later);
    await later.lesson.locator('[data-end]').scrollIntoViewIfNeeded();
    await later.untilHeard('read', () =>
      later.lesson.locator('video').evaluate((element: HTMLVideoElement) => {
        element.muted = true;
        element.playbackRate = 4;
        return element.play();
      }),
    );
    expect(await later.lesson.locator('.media-watch').textContent()).toBe('Watched');
    await later.open('more');
    expect(await later.outlineState('media')).toBe('done');
    await later.exit();
    await later.player.locator('body[data-phase="ended"]').waitFor();
    const { state } = decodeState(server.store.values['cmi.suspend_data'] ?? '', course.data);
    expect([...state.seen]).toEqual(['media']);
    expect(state).not.toHaveProperty('watched');
    expect(faults()).toEqual([]);
  });

  test('one that cannot be played holds nothing back', async () => {
    const { learner, context } = await open();
    await learner.open('more');
    await learner.isOn('more');
    await context.route('**/tour.webm', (route) => route.abort());
    await learner.open('media');
    await learner.untilHeard('read', () => learner.lesson.locator('[data-end]').scrollIntoViewIfNeeded());
    expect(await learner.lesson.locator('video').getAttribute('data-watch')).toBeNull();
  });
});

test('captions are there from a platform and from a folder, where browsers load no file of them', async () => {
  const shown = (video: HTMLVideoElement): Promise<unknown[]> =>
    new Promise((resolve) => {
      const [track] = video.textTracks;
      if (!track) throw new Error('there are no captions');
      track.mode = 'showing';
      const look = (): void => {
        const cues = [...(track.cues ?? [])] as VTTCue[];
        if (cues.length === 0) setTimeout(look, 50);
        else
          resolve([
            video.textTracks.length,
            ...[track.kind, track.label, track.language],
            ...cues.map(({ startTime, endTime, text }) => `${startTime} ${endTime} ${text}`),
          ]);
      };
      look();
    });
  const { learner, context } = await open();
  const loaded = await learner.lesson.locator('video').evaluate(shown);
  expect(loaded).toContain(1);
  expect(loaded.length).toBeGreaterThan(4);

  const unpacked = await unpack(course);
  const page = await context.newPage();
  await page.goto(unpacked.at('pages/media.html'));
  expect(await page.locator('video').evaluate(shown)).toEqual(loaded);
  await unpacked.end();
});

describe('a page of another site', () => {
  test('asks for nothing before the click, and is shown in a sandbox after it', async () => {
    const { learner, watch } = await open();
    const { lesson } = learner;
    await lesson.locator('.embed').scrollIntoViewIfNeeded();
    await lesson.locator('[data-end]').scrollIntoViewIfNeeded();
    expect(watch).toEqual({ problems: [], outside: [] });

    await lesson.getByRole('button', { name: 'Show it here: How to tamp' }).click();
    const frame = lesson.locator('.embed iframe');
    expect(await frame.getAttribute('title')).toBe('How to tamp');
    expect(await frame.getAttribute('sandbox')).toContain('allow-scripts');
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
    await lesson.frameLocator('.embed iframe').locator('p').waitFor();
    expect(watch).toEqual({ problems: [], outside: ['https://video.example/embed/tamp?x=1'] });
  });

  test('the policy of its page names its host, that of no other does', () => {
    expect(pageOf('media.html')).toContain("frame-src 'self' https://video.example;");
    expect(pageOf('more.html')).toContain("frame-src 'self';");
    expect(course.files.get('index.html')?.toString('utf8')).toContain("frame-src 'self';");
  });
});

describe('an image', () => {
  test('that is shown smaller opens large, by keyboard too, and the focus returns', async () => {
    const { learner, lms } = await open();
    const button = learner.lesson.getByRole('button', { name: 'Enlarge: A wide picture' });
    await button.focus();
    await lms.keyboard.press('Enter');
    const large = learner.lesson.locator('dialog img');
    await large.waitFor();
    expect(await large.evaluate((image) => image.clientWidth)).toBe(1600);
    expect(await large.getAttribute('alt')).toContain('dark green');
    await lms.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([1280, 390])('is not covered by its button, on a screen of %i pixels', async (width) => {
    const { learner } = await open({ viewport: { width, height: 844 } });
    const image = await learner.lesson.locator('.figure img').first().boundingBox();
    const button = await learner.lesson.getByRole('button', { name: 'Enlarge: A wide picture' }).boundingBox();
    expect(button?.y).toBeGreaterThanOrEqual((image?.y ?? Number.NaN) + (image?.height ?? Number.NaN));
  });

  test('that is shown whole has no button', async () => {
    const { learner } = await open({ viewport: { width: 2600, height: 800 } });
    const { lesson } = learner;
    await lesson.locator('.figure img').evaluate((image: HTMLImageElement) => {
      image.width = 200;
    });
    await lesson.locator('button.zoom').waitFor({ state: 'hidden' });
    expect(await lesson.locator('button.zoom').count()).toBe(1);
  });
});

test('an image that is an answer is chosen by a click, not opened', async () => {
  const { learner } = await open();
  await learner.open('more');
  await learner.isOn('more');
  await learner.lesson.locator('label img').click();
  expect(await learner.lesson.locator('label input, input:checked').last().isChecked()).toBe(true);
  expect(await learner.lesson.locator('dialog[open], label button').count()).toBe(0);
});

test('answers that are a formula or an image alone have a name, as the browser makes it', async () => {
  const { learner, lms, context } = await open();
  await learner.open('more');
  await learner.isOn('more');
  const page = await context.newPage();
  const address = lms.frames().find((each) => each.url().endsWith('/pages/more.html'));
  await page.goto(address?.url() ?? '');
  const chromium = await context.newCDPSession(page);
  const { nodes } = await chromium.send('Accessibility.getFullAXTree');
  const named = (role: string): readonly unknown[] =>
    nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value);
  expect(named('radio')).toEqual(['1/2', '2', 'White lines']);
  expect(named('combobox')).toEqual(['x/2', 'x² + x']);
  expect(named('option')).toEqual(expect.arrayContaining(['1', '√36']));
  expect(named('group').slice(0, 2)).toEqual([
    'Question 1 of 3 What is x in x + 1/2 = 1 ?',
    'Question 2 of 3 Match each with what it is for x = 2 .',
  ]);
  expect(await page.locator('[data-move="up"]').allTextContents()).toEqual(
    expect.arrayContaining(['Move 1/3 up', 'Move White lines up']),
  );
});

test('two images are compared by a slider, and stand below each other on paper', async () => {
  const { learner, lms, context } = await open();
  const slider = learner.lesson.getByRole('slider', { name: 'Slider between “Before” and “After”' });
  const top = (): Promise<number[]> =>
    learner.lesson
      .locator('.compare img')
      .evaluateAll((images) => images.map((image) => Math.round(image.getBoundingClientRect().top)));
  const split = (): Promise<string> =>
    learner.lesson.locator('.compare').evaluate((box) => getComputedStyle(box).getPropertyValue('--split'));
  expect(await split()).toBe('50%');
  await slider.focus();
  await lms.keyboard.press('End');
  expect(await split()).toBe('100%');
  const [first, second] = await top();
  expect(first).toBe(second);

  const paper = await context.newPage();
  await paper.goto(
    lms
      .frames()
      .find((each) => each.url().endsWith('/pages/media.html'))
      ?.url() ?? '',
  );
  await paper.emulateMedia({ media: 'print' });
  const tops = await paper
    .locator('.compare img')
    .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().top));
  expect(tops[1]).toBeGreaterThan(tops[0] ?? 0);
});

test('a formula is MathML that is drawn, in the text and in feedback, and a long one scrolls on a phone', async () => {
  const { learner, lms, watch } = await open({ viewport: { width: 390, height: 844 } });
  const { lesson } = learner;
  const long = lesson.locator('.formula');
  expect(await long.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  expect(await lesson.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  expect(
    await lesson
      .locator('mfrac')
      .first()
      .evaluate((fraction) => {
        const [above, below] = [...fraction.children].map((part) => part.getBoundingClientRect());
        return above !== undefined && below !== undefined && above.bottom <= below.top + 1;
      }),
  ).toBe(true);
  await lms.setViewportSize({ width: 1280, height: 800 });
  await learner.open('more');
  await learner.isOn('more');
  await learner.check('check', 'half', 'right');
  const inFeedback = lesson.locator('.feedback-text mfrac, [data-feedback] mfrac').first();
  expect(await inFeedback.evaluate((element) => element instanceof MathMLElement)).toBe(true);
  expect(watch.problems).toEqual([]);
});
