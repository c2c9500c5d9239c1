import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { CourseData, QuizData } from '../../../src/contract/course-data.ts';
import type { FilmMessage } from '../../../src/contract/film-messages.ts';
import type { PageMessage } from '../../../src/contract/frame-messages.ts';
import type { QuestionData } from '../../../src/contract/question-data.ts';

/** Where the player is: a page of its own, or a frame in one. */
export type PlayerRoot = Pick<Page & FrameLocator, 'locator' | 'frameLocator'>;

/** What a learner does and sees, in their own words. Every wait is for something seen. */
export interface Learner {
  readonly player: PlayerRoot;
  /** The lesson in the player's frame. */
  readonly lesson: FrameLocator;
  /** The course is open and its page is there. */
  arrived(): Promise<void>;
  /** Opens a page from the outline. */
  open(page: string): Promise<void>;
  /** Waits until this page is shown and alive. */
  isOn(page: string): Promise<void>;
  readToEnd(): Promise<void>;
  /** Does something and waits until the player has heard of it by a message of this kind. */
  untilHeard(kind: (PageMessage | FilmMessage)['kind'], act: () => Promise<unknown>): Promise<void>;
  /** Scrolls to an element of the lesson and rests there until the player has noted the place. */
  scrollTo(selector: string): Promise<void>;
  /** How far the lesson is scrolled, in pixels. */
  scrolled(): Promise<number>;
  next(): Promise<void>;
  exit(): Promise<void>;
  /** Chooses an answer, without checking it. */
  choose(quiz: string, question: string, how: 'right' | 'wrong'): Promise<void>;
  /** Chooses, asks for the verdict and waits for it. */
  check(quiz: string, question: string, how: 'right' | 'wrong'): Promise<void>;
  submit(quiz: string): Promise<void>;
  retry(quiz: string): Promise<void>;
  /** Answers a whole quiz on the open page, whatever its feedback. */
  answerAll(quiz: string, how: (question: QuestionData, index: number) => 'right' | 'wrong'): Promise<void>;
  /** Values of the chosen options of a question. */
  chosen(quiz: string, question: string): Promise<readonly string[]>;
  verdict(quiz: string, question: string): Promise<string>;
  /** Waits for the sign: `saved`, `unsaved`, … */
  untilSign(sign: string, timeout?: number): Promise<void>;
  sign(): Promise<string>;
  /** The words below the outline: status and score of the course. */
  standing(): Promise<string>;
  outlineState(page: string): Promise<string>;
}

/** The options to choose, by value as in the page. */
export function optionsFor(question: QuestionData, how: 'right' | 'wrong'): readonly string[] {
  if (question.type === 'true-false') return [String(how === 'right' ? question.answer : !question.answer)];
  if (!('choices' in question)) throw new Error(`questions of type ${question.type} have no options to choose`);
  const right = question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
  if (how === 'right') return right;
  return question.choices
    .filter((choice) => !choice.correct)
    .map((choice) => choice.id)
    .slice(0, 1);
}

export function learnerAt(player: PlayerRoot, data: CourseData): Learner {
  const lesson = player.frameLocator('iframe[data-frame]');
  const quizOf = (id: string): QuizData => {
    const found = data.quizzes.find((quiz) => quiz.id === id);
    if (!found) throw new Error(`the course has no quiz ${id}`);
    return found;
  };
  const dataOf = (quiz: string, id: string): QuestionData => {
    const found = quizOf(quiz).questions.find((question) => question.id === id);
    if (!found) throw new Error(`the quiz ${quiz} has no question ${id}`);
    return found;
  };
  const section = (quiz: string): Locator => lesson.locator(`section[data-quiz="${quiz}"]`);
  const question = (quiz: string, id: string): Locator => section(quiz).locator(`[data-question="${id}"]`);

  const learner: Learner = {
    player,
    lesson,
    async arrived() {
      await player.locator('body[data-phase="running"]').waitFor();
      await lesson.locator('body[data-page]').waitFor();
    },
    async open(page) {
      await player.locator(`[data-outline] a[data-page="${page}"]`).click();
      await learner.isOn(page);
    },
    async isOn(page) {
      await lesson.locator(`body[data-page="${page}"]`).waitFor();
      await player.locator(`[data-outline] a[data-page="${page}"][aria-current="page"]`).waitFor({ state: 'attached' });
      for (const quiz of data.quizzes.filter((each) => each.page === page)) {
        await lesson.locator(`section[data-quiz="${quiz.id}"][data-phase]`).waitFor();
      }
    },
    async readToEnd() {
      await lesson.locator('html').evaluate((html) => html.ownerDocument.defaultView?.scrollTo(0, html.scrollHeight));
    },
    async untilHeard(kind, act) {
      // The player's own listener was there first, so by then it has dealt with the message.
      const listening = await player.locator('body').evaluateHandle((body, wanted) => {
        const heard = new Promise<void>((resolve) => {
          body.ownerDocument.defaultView?.addEventListener('message', ({ data }) => {
            if (data.kind === wanted) resolve();
          });
        });
        return { heard };
      }, kind);
      await act();
      await listening.evaluate(({ heard }) => heard);
    },
    scrollTo: (selector) =>
      learner.untilHeard('place', () => lesson.locator(selector).evaluate((element) => element.scrollIntoView())),
    scrolled: () => lesson.locator('html').evaluate((html) => html.ownerDocument.defaultView?.scrollY ?? -1),
    async next() {
      await player.locator('[data-next]').click();
    },
    async exit() {
      await player.locator('[data-exit]').click();
    },
    async choose(quiz, id, how) {
      const wanted = optionsFor(dataOf(quiz, id), how);
      const inputs = question(quiz, id).locator('input');
      const now = await inputs.evaluateAll((list: HTMLInputElement[]) =>
        list.map(({ value, checked, type }) => ({ value, checked, type })),
      );
      for (const { value, checked, type } of now) {
        const isWanted = wanted.includes(value);
        if (isWanted === checked || (type === 'radio' && !isWanted)) continue;
        await question(quiz, id).locator(`[data-option="${value}"] label`).click();
      }
    },
    async check(quiz, id, how) {
      await learner.choose(quiz, id, how);
      await question(quiz, id).locator('[data-check]').click();
      await section(quiz).locator(`[data-question="${id}"]:not([data-verdict=""])`).waitFor();
    },
    async submit(quiz) {
      await section(quiz).locator('[data-submit]').click();
      await lesson.locator(`section[data-quiz="${quiz}"][data-phase="submitted"]`).waitFor();
    },
    async retry(quiz) {
      await section(quiz).locator('[data-retry]').click();
      await lesson.locator(`section[data-quiz="${quiz}"][data-phase="open"]`).waitFor();
    },
    async answerAll(quiz, how) {
      const { feedback, questions } = quizOf(quiz);
      for (const [index, each] of questions.entries()) {
        if (feedback === 'immediate') await learner.check(quiz, each.id, how(each, index));
        else await learner.choose(quiz, each.id, how(each, index));
      }
      if (feedback !== 'immediate') await learner.submit(quiz);
      await lesson.locator(`section[data-quiz="${quiz}"][data-phase="submitted"]`).waitFor();
    },
    async chosen(quiz, id) {
      return question(quiz, id)
        .locator('input:checked')
        .evaluateAll((list: HTMLInputElement[]) => list.map((input) => input.value));
    },
    async verdict(quiz, id) {
      return (await question(quiz, id).getAttribute('data-verdict')) ?? '';
    },
    async untilSign(sign, timeout = 10_000) {
      await player.locator(`[data-save="${sign}"]`).waitFor({ state: 'attached', timeout });
    },
    async sign() {
      return (await player.locator('[data-save]').getAttribute('data-save')) ?? '';
    },
    async standing() {
      return (await player.locator('[data-result]').innerText()).replace(/\s+/g, ' ').trim();
    },
    async outlineState(page) {
      return (await player.locator(`[data-outline] a[data-page="${page}"]`).getAttribute('data-state')) ?? '';
    },
  };
  return learner;
}
