import type { Course, CoursePage, Question, Quiz } from './course.ts';
import { quizzesOf } from './parse-course.ts';

/**
 * Gives the options of a translated course the ids of their originals: an option without an id of its own is known by
 * its text, and that is another in each language. Options are matched by id, else by place; a question with another
 * number of them stays as it is, which `compareEdition` tells.
 */
export function withOriginalIds(course: Course, original: Course): Course {
  const quizzes = new Map(quizzesOf(original.pages).map((quiz) => [quiz.id, quiz]));
  const change = (quiz: Quiz): Quiz => {
    const questions = new Map(quizzes.get(quiz.id)?.questions.map((question) => [question.id, question]));
    return {
      ...quiz,
      questions: quiz.questions.map((question) => {
        const other = questions.get(question.id);
        return other === undefined ? question : alike(question, other);
      }),
    };
  };
  return {
    ...course,
    pages: course.pages.map(
      (page): CoursePage =>
        page.kind === 'lesson' ? { ...page, quizzes: page.quizzes.map(change) } : { ...page, quiz: change(page.quiz) },
    ),
  };
}

function alike(question: Question, original: Question): Question {
  if ((question.type === 'single' || question.type === 'multiple') && question.type === original.type)
    return { ...question, choices: named(question.choices, original.choices) };
  if (question.type === 'matching' && original.type === 'matching') {
    const answers = named(question.answers, original.answers);
    const ids = new Map(question.answers.map(({ id }, index) => [id, answers[index]?.id ?? id]));
    const items = named(question.items, original.items);
    return {
      ...question,
      answers,
      items: items.map((item) => ({ ...item, answer: ids.get(item.answer) ?? item.answer })),
    };
  }
  if (question.type === 'ordering' && original.type === 'ordering')
    return { ...question, items: named(question.items, original.items) };
  if (question.type === 'hotspot' && original.type === 'hotspot')
    return { ...question, regions: named(question.regions, original.regions) };
  if (question.type === 'likert' && original.type === 'likert') {
    const { statements, scale } = original;
    return { ...question, statements: named(question.statements, statements), scale: named(question.scale, scale) };
  }
  return question;
}

function named<T extends { readonly id: string }>(
  things: readonly T[],
  originals: readonly { readonly id: string }[],
): T[] {
  const known = new Set(originals.map(({ id }) => id));
  // Known by their own ids they may stand in another order.
  const isNamed = things.every(({ id }) => known.has(id));
  if (isNamed || things.length !== originals.length) return [...things];
  return things.map((thing, index) => ({ ...thing, id: originals[index]?.id ?? thing.id }));
}
