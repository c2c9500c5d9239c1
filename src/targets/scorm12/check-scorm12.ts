import type { Blanks, Course, Question } from '../../course/course.ts';
import { report } from '../../diagnostics/report.ts';
import { longestTitle, manifestText } from './manifest-text.ts';

/** The most choices a report can tell apart: each is one character of `[0-9a-z]` (SCORM 1.2 RTE, 3.4.7). */
const reportableChoices = 36;

/** The most characters of a response that is text (CMIString255). */
const reportedText = 255;

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
  if (question.type === 'open' && question.limit > reportedText) {
    report(question.file, 'open-answer-cut', {
      reason: `An answer may have ${question.limit} characters, a SCORM 1.2 report holds ${reportedText}`,
      fix: `Write \`limit: ${reportedText}\` or less, so that the trainer gets all of it`,
      at: question.position,
    });
  }
  const right = question.type === 'blanks' ? rightText(question).length : 0;
  if (right > reportedText) {
    report(question.file, 'answers-not-reportable', {
      reason: `The right answers of the question have ${right} characters together, a SCORM 1.2 report holds ${reportedText}`,
      fix: 'Split the text into several questions',
      at: question.position,
    });
  }
  const count = choicesOf(question);
  if (count <= reportableChoices) return;
  report(question.file, 'answers-not-reportable', {
    reason: `The question has ${count} choices, a SCORM 1.2 report tells ${reportableChoices} apart`,
    fix: 'Offer fewer choices, or split the question',
    at: question.position,
  });
}

/** The answers of a text with blanks as they are reported (`scorm12-interaction.ts`). */
function rightText({ blanks }: Blanks): string {
  const texts = blanks.map((blank) =>
    blank.kind === 'text' ? blank.accepted[0] : blank.options.find((option) => option.correct)?.text,
  );
  return texts.join(' | ');
}

/** How many things a report must tell apart. */
function choicesOf(question: Question): number {
  if ('choices' in question) return question.choices.length;
  if ('regions' in question) return question.regions.length;
  if ('scale' in question) return question.scale.length;
  if ('answers' in question) return Math.max(question.items.length, question.answers.length);
  return 'items' in question ? question.items.length : 0;
}
