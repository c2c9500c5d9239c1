/** The least an LMS does: it keeps what it is given. In the browser. */
export function standInForAnLms({ mode, fails }) {
  const values = new Map([
    ['cmi.core.student_id', 'reader'],
    ['cmi.core.student_name', 'Lovelace, Ada'],
    ['cmi.core.lesson_mode', mode],
    ['cmi.core.credit', mode === 'normal' ? 'credit' : 'no-credit'],
  ]);
  const yes = () => 'true';
  let isLost = false;
  globalThis.API = {
    LMSInitialize: yes,
    LMSFinish: yes,
    LMSCommit: () => {
      isLost = fails;
      return String(!fails);
    },
    LMSGetLastError: () => (isLost ? '101' : '0'),
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
    LMSGetValue: (element) => {
      isLost = false;
      return values.get(element) ?? '';
    },
    LMSSetValue: (element, value) => {
      isLost = false;
      return String(Boolean(values.set(element, value)));
    },
  };
}

/** What a learner does, for scenes. `page` shows the player. */
export function learnerOf(page, data) {
  const lesson = page.frameLocator('iframe[data-frame]');
  const question = (quiz, id) => lesson.locator(`section[data-quiz="${quiz}"] [data-question="${id}"]`);
  const quizOf = (id) => data.quizzes.find((quiz) => quiz.id === id);

  const answer = {
    choices: async (form, { choices }, isRight) => {
      for (const { id, correct } of choices)
        if (Boolean(correct) === isRight) await form.locator(`[data-option="${id}"] input`).check({ force: true });
    },
    single: async (form, { choices }, isRight) => {
      const { id } = choices.find(({ correct }) => Boolean(correct) === isRight);
      await form.locator(`[data-option="${id}"] input`).check({ force: true });
    },
    trueFalse: (form, data, isRight) =>
      form.locator(`[data-option="${data.answer === isRight}"] input`).check({ force: true }),
    typed: (form, _data, isRight, right) =>
      form
        .locator('input[type=text]')
        .first()
        .fill(isRight ? right : '77'),
    blanks: async (form, _data, isRight) => {
      for (const field of await form.locator('input.blank-input').all()) await field.fill(isRight ? 'edge' : 'cloud');
      for (const menu of await form.locator('select').all()) await menu.selectOption({ index: isRight ? 1 : 2 });
    },
    matching: async (form, { items, answers }, isRight) => {
      for (const { id, answer } of items) {
        const value = isRight ? answer : answers.find((each) => each.id !== answer).id;
        await form.locator(`[data-option="${id}"] select`).selectOption(value);
      }
    },
    ordering: async (form, { items }, isRight) => {
      const wanted = items.map(({ id }) => id);
      // The last to the front is right nowhere.
      if (!isRight) wanted.unshift(wanted.pop());
      for (const [place, id] of wanted.entries()) {
        const row = form.locator(`[data-order] [data-option="${id}"]`);
        while ((await row.evaluate((each) => [...each.parentElement.children].indexOf(each))) > place)
          await row.locator('[data-move="up"]').click();
      }
      // What was never moved is no answer.
      const first = form.locator('[data-order] [data-option]').first();
      await first.locator('[data-move="down"]').click();
      await form.locator(`[data-order] [data-option="${wanted[0]}"] [data-move="up"]`).click();
    },
    likert: async (form) => {
      for (const row of await form.locator('[role=radiogroup]').all())
        await row.locator('input').last().check({ force: true });
    },
    open: (form) => form.locator('textarea').fill('I shall look at the tide table before I cast off.'),
  };

  async function respond(quiz, id, how) {
    const form = question(quiz, id);
    const known = quizOf(quiz).questions.find((each) => each.id === id);
    const isRight = how === 'right';
    if (known.type === 'single') await answer.single(form, known, isRight);
    else if (known.type === 'multiple') await answer.choices(form, known, isRight);
    else if (known.type === 'hotspot') await answer.choices(form, { choices: known.regions ?? known.choices }, isRight);
    else if (known.type === 'true-false') await answer.trueFalse(form, known, isRight);
    else if (known.type === 'fill-in') await answer.typed(form, known, isRight, id === 'name' ? 'ebb' : 'nginx');
    else if (known.type === 'numeric') await answer.typed(form, known, isRight, '3');
    else await answer[known.type](form, known, isRight);
    const sure = form.locator('[data-confidence-of] input');
    if ((await sure.count()) > 0) await sure.nth(1).check({ force: true });
  }

  const learner = {
    page,
    lesson,
    respond,
    question,
    async open(id) {
      await page.locator(`[data-outline] a[data-page="${id}"]`).evaluate((link) => link.click());
      await lesson.locator(`body[data-page="${id}"]`).waitFor();
      for (const quiz of data.quizzes.filter((each) => each.page === id))
        await lesson.locator(`section[data-quiz="${quiz.id}"][data-phase]`).waitFor();
    },
    async readToEnd() {
      await lesson.locator('html').evaluate((html) => html.ownerDocument.defaultView.scrollTo(0, html.scrollHeight));
      await page.waitForTimeout(300);
    },
    async check(quiz, id, how) {
      await respond(quiz, id, how);
      await question(quiz, id).locator('[data-check]').click();
      await lesson
        .locator(`section[data-quiz="${quiz}"] [data-question="${id}"]:not([data-verdict=""])`)
        .waitFor({ timeout: 5000 });
    },
    async begin(quiz) {
      await lesson.locator(`section[data-quiz="${quiz}"] [data-begin]`).click();
      await lesson.locator(`section[data-quiz="${quiz}"] [data-question]`).first().waitFor();
    },
    /** Answers a whole quiz. `how` by question, or one for all. */
    async take(quiz, how) {
      const { feedback, questions } = quizOf(quiz);
      const start = lesson.locator(`section[data-quiz="${quiz}"] [data-begin]`);
      if (await start.isVisible()) await learner.begin(quiz);
      for (const { id } of questions) {
        const wanted = typeof how === 'string' ? how : (how[id] ?? 'right');
        if (feedback === 'immediate') await learner.check(quiz, id, wanted);
        else await respond(quiz, id, wanted);
      }
      if (feedback !== 'immediate') await lesson.locator(`section[data-quiz="${quiz}"] [data-submit]`).click();
      await lesson.locator(`section[data-quiz="${quiz}"][data-phase="submitted"]`).waitFor();
    },
    async show(selector) {
      await lesson
        .locator(selector)
        .first()
        .evaluate((element) => {
          element.scrollIntoView({ block: 'start', behavior: 'instant' });
          element.ownerDocument.defaultView.scrollBy({ top: -24, behavior: 'instant' });
        });
    },
  };
  return learner;
}
