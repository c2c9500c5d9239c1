import type { Rule } from '../rule.ts';

/** Checks of markdown bodies: links, media, elements. */
export const contentRules = {
  'empty-lesson': {
    severity: 'error',
    summary: 'A lesson has no content',
    explain:
      'A lesson that holds only front matter would be an empty page in the LMS. Write at least one paragraph, or remove the file.',
  },
  'broken-link': {
    severity: 'error',
    summary: 'A link leads to nothing',
    explain:
      'A link to another lesson names its source file, as on GitHub: [Images](02-images.md) or [Layers](02-images.md#layers). A link within the page names a heading in small letters with hyphens: [below](#what-to-check). The compiler turns both into addresses of the package.',
  },
  'heading-id': {
    severity: 'error',
    summary: 'A heading has an id that cannot be used',
    explain:
      'A heading may have an id of its own in braces: ## Before you begin {#before}. Links to #before then stay right when the words of the heading change. An id has small letters, digits, - and _, at most 64, and stands once in a lesson. For braces that are meant as text write \\{#like-this}.',
  },
  'link-refused': {
    severity: 'error',
    summary: 'A link has an address that is not allowed',
    explain:
      'A package runs with the rights of the LMS, so a link that runs script (javascript:, data:) could reach its gradebook, and links to //host, /path or file: mean something else on every server. The same goes for HTML, SVG and script files of the course itself, once a learner opens them. Allowed are https:, http:, mailto:, headings of the page, and lessons and all other files of the course.',
  },
  'image-address-space': {
    severity: 'error',
    summary: 'The address of an image holds a space',
    explain:
      'For CommonMark an address ends at a space, so that ![An oven](media/my oven.png) is no image: learners would read just that. Write %20 for the space, put the address in angle brackets, <media/my oven.png>, or give the file a name without spaces. For such a text that is meant, write \\![…](…).',
  },
  'link-address-space': {
    severity: 'warning',
    summary: 'The address of a link holds a space',
    explain:
      'For CommonMark an address ends at a space, so that [Price list](price list.pdf) is no link: learners read just that. Write %20 for the space, put the address in angle brackets, <price list.pdf>, or give the file a name without spaces. For such a text that is meant, write \\[…](…).',
  },
  'fence-unclosed': {
    severity: 'warning',
    summary: 'A block of code is never closed',
    explain:
      'A block of code that begins with ``` ends with a line of ``` alone. Without it all that follows is code, quizzes as well. Write the line where the code ends.',
  },
  'link-undefined': {
    severity: 'warning',
    summary: 'A reference has no address',
    explain:
      'In [words][label] the label stands for an address that is given on a line of its own: `[label]: https://example.org`. Without that line learners read the brackets. Texts of a quiz file are read each for itself, so the line stands in the same text. If brackets are meant, write a backslash before the first: `\\[`.',
  },
  'media-missing': {
    severity: 'error',
    summary: 'A media file is not in the course folder',
    explain:
      'Paths are relative to the lesson, and letter case counts: Map.PNG is not map.png on most servers. Put the file under media/ in the course folder and write ![What it says](media/map.png).',
  },
  'media-remote': {
    severity: 'error',
    summary: 'A media file is loaded from another site',
    explain:
      'A course must work when the other site is gone, and must not tell it who learns. Save the file in the course folder, if its licence allows it, and show it from there.',
  },
  'media-empty': {
    severity: 'error',
    summary: 'A media file is empty, or was not fetched',
    explain:
      'Learners would see a broken image or a film that does not play. An empty file was not saved or copied to its end. With Git LFS a repository holds a short note in the place of each large file until it is fetched: run `git lfs install` and `git lfs pull`, and in a workflow of GitHub check out with `lfs: true`.',
  },
  'media-type': {
    severity: 'error',
    summary: 'A media file is of a kind that browsers do not show',
    explain:
      'Browsers play MP4 (H.264 with AAC) and WebM, and sound as MP3, M4A, WAV, FLAC, Ogg or Opus. Others stay black or silent for some learners. A poster is a picture with a size: PNG, JPEG, WebP or AVIF.',
  },
  'download-active': {
    severity: 'error',
    summary: 'A download could run script',
    explain:
      'HTML, SVG, XML and JavaScript run with the rights of the learning platform when a learner opens them there. Offer them as PDF or plain text, or put them into a zip.',
  },
  'embed-refused': {
    severity: 'error',
    summary: 'A page may not be embedded',
    explain:
      'A page of another site is shown only after a click, and only from hosts that course.yml lists under allowedHosts, so that the author decides whom learners may meet. The address begins with https:// and names no port.',
  },
  'compare-images': {
    severity: 'error',
    summary: 'A comparison cannot be shown',
    explain:
      'A comparison holds exactly two images of one shape, each with a caption in quotes: ![The page takes 4 s](media/before.png "Before"). They are laid over each other with a slider, so what differs in shape would not meet.',
  },
  'svg-unsafe': {
    severity: 'error',
    summary: 'An SVG can run script or load files',
    explain:
      'An SVG is a small program: it may hold script, handlers, embedded HTML and links. Shown as an image these sleep, but anyone can open the file itself on the server of the LMS. Export a plain SVG (Inkscape: "Plain SVG"; SVGO removes the rest), or use PNG.',
  },
  'directive-unknown': {
    severity: 'error',
    summary: 'An element has a name that is not known',
    explain:
      'A line that begins with :::name or ::name asks for a content element of that name. If it is meant as text, put a backslash before it: \\:::name.',
  },
  'directive-form': {
    severity: 'error',
    summary: 'An element is written in the wrong form or place',
    explain:
      'A quiz stands for itself in the lesson, not inside another element, a list or a quote. Elements that hold content are written with three colons and closed by a line of three colons; elements without content have two colons and stand on one line.',
  },
  'directive-label': {
    severity: 'error',
    summary: 'An element lacks its words in brackets, or has some it cannot use',
    explain: 'The words in brackets behind the name are shown as title or summary: :::details[Why not both?].',
  },
  'directive-attribute': {
    severity: 'error',
    summary: 'An element lacks an attribute, or has one it does not know',
    explain:
      'Attributes stand in braces behind name and label, with their value in double quotes: :::reference[Title]{href="https://example.org"}.',
  },
  'directive-unclosed': {
    severity: 'error',
    summary: 'An element is not closed',
    explain:
      'An element opened by :::name runs until a line of ::: alone. Without it, all the rest of the lesson would belong to the element. When elements stand inside each other, the outer one has more colons: ::::name … ::::.',
  },
  'directive-stray': {
    severity: 'error',
    summary: 'A line of colons closes nothing',
    explain:
      'A line of ::: alone closes an element, but none is open there, so learners would read the colons. Often an outer element was closed too early: when elements stand inside each other, the outer one has more colons, ::::name … ::::.',
  },
  'directive-space': {
    severity: 'error',
    summary: 'A space stands between colons and the name of an element',
    explain:
      'The name of an element follows its colons at once: :::tabs. With a space between them, as other programs allow, the line is text, and learners would read it. If that is meant, write \\::: tabs.',
  },
  'part-count': {
    severity: 'error',
    summary: 'An element has too few or too many parts',
    explain:
      'Tabs, accordions, steps, cards, flip cards, timelines and columns are divided by headings: each heading inside begins a new part, and deeper headings belong to the part they stand in. Tabs need two parts or more, columns two or three, a task at least one solution.',
  },
  'part-empty': {
    severity: 'error',
    summary: 'A part of an element has no title or no content',
    explain:
      'The heading that begins a part is its title, and what stands below is its content. A tab without words on it, or one that opens onto nothing, leaves learners guessing.',
  },
  'part-outside': {
    severity: 'error',
    summary: 'Text in an element stands before its first part',
    explain:
      'Inside tabs, accordions, steps, cards, flip cards, timelines and columns everything belongs to a part, and a part begins with its heading. An introduction stands before the element.',
  },
  'element-content': {
    severity: 'error',
    summary: 'An element lacks what it is there to show',
    explain:
      'A quote holds the words that are quoted, a checklist a list of tasks (- [ ] What to do), a try-it box the task before its first heading and a solution below it.',
  },
  'table-cells-lost': {
    severity: 'warning',
    summary: 'A row of a table has more cells than the table has columns',
    explain:
      'The first row of a table says how many columns there are, and cells beyond them are not shown (GFM). Add the column to the first two rows, or write \\| for a bar that is text, also in code.',
  },
  'callout-unknown': {
    severity: 'warning',
    summary: 'A callout has a kind that is not known',
    explain:
      'Callouts are written as on GitHub: > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], with a title of its own behind it if wished, and without spaces in the brackets. Any other kind is shown as a plain quote.',
  },
  'code-language-unknown': {
    severity: 'warning',
    summary: 'A code block names a language that cannot be coloured',
    explain:
      'The block is shown without colours. Correct the name, or write text for plain text, so that nobody wonders.',
  },
  'fence-option': {
    severity: 'error',
    summary: 'Something behind a code fence is not understood',
    explain:
      'Behind the language of a fence stand options: title="compose.yaml", numbers and {2,4-6} for code, alt="…" and caption="…" for mermaid. A value with spaces needs quotes; for a double quote inside, use single quotes around it.',
  },
  'diagram-invalid': {
    severity: 'error',
    summary: 'A diagram cannot be drawn',
    explain:
      'Diagrams are drawn when the course is built, from Mermaid text: flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram. The message has what the drawing library said.',
  },
  'formula-invalid': {
    severity: 'error',
    summary: 'A formula cannot be read',
    explain:
      'Between dollar signs stands a formula in the language of LaTeX, which is made MathML when the course is built. The message says what is wrong and where. Links, images, classes and ids are not allowed inside. A dollar sign that opens no formula is written \\$.',
  },
  'footnote-missing': {
    severity: 'error',
    summary: 'A footnote has no text',
    explain:
      'A footnote mark [^1] and its text [^1]: … must stand in the same lesson text, or in the same quiz text, since a quiz is shown apart from its lesson.',
  },
  'html-removed': {
    severity: 'warning',
    summary: 'HTML was removed because it is not allowed',
    explain:
      'Author HTML passes a sanitiser: a package runs with the rights of the LMS. Script, style, frames, forms, embedded media and handlers go; text-level HTML such as kbd, sub, abbr, details and tables stays.',
  },
  'html-unclosed': {
    severity: 'error',
    summary: 'An HTML tag swallows the text after it',
    explain:
      'The tag is not allowed in a course and goes with all it holds. Because its end tag is missing or comes too late, text of the lesson would go with it. Remove the tag.',
  },
  'nesting-too-deep': {
    severity: 'error',
    summary: 'A text is nested too deep',
    explain:
      'Quotes, lists, brackets or HTML are nested more than a hundred levels deep. That is nearly always an accident, and too much for browsers as well.',
  },
} as const satisfies Record<string, Rule>;
