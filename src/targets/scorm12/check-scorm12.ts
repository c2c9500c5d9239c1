import type { Course, Question } from '../../course/course.ts';
import { report } from '../../diagnostics/report.ts';
import { longestTitle, manifestText } from './manifest-text.ts';

/** The most choices a report can tell apart: each is one character of `[0-9a-z]` (SCORM 1.2 RTE, 3.4.7). */
const reportableChoices = 36;

/** Reports what SCORM 1.2 cannot show of a course. */
export function checkScorm12(course: Course): void {
  checkTitle(course);
  for (const page of course.pages) {
    const quizzes = page.kind === 'quiz' ? [page.quiz] : page.quizzes;
    for (const quiz of quizzes) quiz.questions.forEach(checkQuestion);
  }
}

function checkTitle(course: Course): void {
  const { length } = manifestText(course.title);
  if (length <= longestTitle) return;
  report(course.file, 'title-too-long', {
    reason: `The course title has ${length} characters, a SCORM 1.2 package holds ${longestTitle}`,
    fix: 'Shorten `title`, and move the rest to `description`',
    at: course.at(['title']).start,
  });
}

function checkQuestion(question: Question): void {
  if (!('choices' in question) || question.choices.length <= reportableChoices) return;
  report(question.file, 'answers-not-reportable', {
    reason: `The question has ${question.choices.length} choices, a SCORM 1.2 report tells ${reportableChoices} apart`,
    fix: 'Offer fewer choices, or split the question',
    at: question.position,
  });
}
