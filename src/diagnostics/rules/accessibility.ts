import type { Rule } from '../rule.ts';

/** Checks that keep a course usable by everyone (WCAG 2.2 A and AA). */
export const accessibilityRules = {
  'image-alt-missing': {
    severity: 'error',
    summary: 'An image has no text alternative',
    explain:
      'Learners who cannot see the image get nothing (WCAG 1.1.1). Write what the image says between the brackets: ![Requests flow from the browser to the edge](media/flow.png). For pure decoration write ![](media/line.png){decorative} or put the image in CSS.',
  },
  'image-alt-file-name': {
    severity: 'error',
    summary: 'The text alternative of an image is a file name',
    explain:
      'A screen reader would read out "diagram underscore final dot png" (WCAG 1.1.1). Write what the image says to someone who cannot see it. One word that is also the name, such as Green on green.png, is taken, unless it only says that there is an image.',
  },
  'captions-missing': {
    severity: 'error',
    summary: 'A video has no captions',
    explain:
      'Who cannot hear, or sits in a train, gets nothing of what is said (WCAG 1.2.2). Write captions as WebVTT, a text file: captions="media/tour.vtt". Also a video without sound has them, to say so: [no sound].',
  },
  'captions-invalid': {
    severity: 'error',
    summary: 'Captions cannot be read',
    explain:
      'Browsers leave out a caption with a mistake and say nothing. A file of WebVTT begins with the line WEBVTT; then come blocks, with a blank line between them, of a line of times (00:01.000 --> 00:04.000) and the text.',
  },
  'transcript-missing': {
    severity: 'error',
    summary: 'An audio has no transcript',
    explain:
      'Who cannot hear gets nothing of it (WCAG 1.2.1). Write what is said, and what is heard besides, as text between :::audio and :::. It is also what learners search and read again.',
  },
  'image-alt-long': {
    severity: 'warning',
    summary: 'The text alternative of an image is very long',
    explain:
      'A text alternative is read in one go, without a way to pause or go back. Keep it to 150 characters and put the rest into the text beside the image, where everyone can read it.',
  },
  'diagram-alt-missing': {
    severity: 'error',
    summary: 'A diagram has no text alternative',
    explain:
      'A drawn diagram is an image (WCAG 1.1.1). Say in one to three sentences what it says: ```mermaid alt="A request passes the edge, the web server and the app, and comes back the same way".',
  },
  'diagram-wide': {
    severity: 'warning',
    summary: 'A diagram is too wide for a phone',
    explain:
      'A diagram shrinks to the width of the screen, and its text with it. Let flowcharts run downwards, keep at most four things side by side, and split a diagram that says two things.',
  },
  'heading-top': {
    severity: 'warning',
    summary: 'A lesson has a heading of level 1',
    explain:
      'The page has one h1, the title from the front matter; a second one blurs the outline that screen readers list. Sections begin with ##. The heading is shown as level 2.',
  },
  'heading-skipped': {
    severity: 'warning',
    summary: 'A heading skips a level',
    explain:
      'Headings are the table of contents for people who listen. A jump from ## to #### sounds as if a section were missing (WCAG 1.3.1). Choose the level by place in the outline, not by size.',
  },
  'link-text-vague': {
    severity: 'warning',
    summary: 'A link text does not say where it leads',
    explain:
      'Screen readers list links without the sentence around them: "here, here, more" helps nobody (WCAG 2.4.4). Name the target: [the Nginx beginner’s guide](https://…).',
  },
  'link-text-missing': {
    severity: 'error',
    summary: 'A link has no text',
    explain: 'A link without text cannot be seen, clicked or heard (WCAG 2.4.4). Write [what it leads to](https://…).',
  },
  'table-header-missing': {
    severity: 'warning',
    summary: 'A table has no header',
    explain:
      'Without header cells nobody who listens knows what a cell belongs to (WCAG 1.3.1). Name each column in the first row; for a mere layout use lists.',
  },
} as const satisfies Record<string, Rule>;
