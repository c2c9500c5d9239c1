import type { Rule } from '../rule.ts';

/** Checks of files and folders, before anything in them is understood. */
export const fileRules = {
  'no-course': {
    severity: 'error',
    summary: 'There is no course here',
    explain:
      'A course is a folder with a `course.yml`. Give build-scorm such a folder, or a folder of such folders; without one it looks in `content/`.',
  },
  'unreadable-file': {
    severity: 'error',
    summary: 'A file or folder cannot be read',
    explain: 'The operating system refused to open it. Check that it exists and that you may read it.',
  },
  'invalid-utf8': {
    severity: 'error',
    summary: 'A text file is not UTF-8',
    explain:
      'The file was saved in another encoding (often Windows-1252 or UTF-16), so accents and quotes would come out wrong. Save it again as UTF-8 in your editor.',
  },
  'not-a-source': {
    severity: 'warning',
    summary: 'A file looks like a lesson or a quiz, but its name says otherwise',
    explain:
      'Lessons end in `.md`, quizzes in `.quiz.yml`, the course itself is `course.yml`, all in small letters. Any other file is taken for something to download, so its text would not be in the course. Rename it, or move it out of the course folder.',
  },
  'file-too-large': {
    severity: 'error',
    summary: 'A text file is over 1 MB',
    explain:
      'A lesson or quiz of more than 1 MB is almost always a mistake, such as an image pasted as text. Split it, or move images to files.',
  },
  'symlink-outside': {
    severity: 'error',
    summary: 'A link leads out of the course folder',
    explain:
      'A symbolic link to a place outside the course could put private files into a package that thousands download. Copy the file into the course folder.',
  },
  'special-file': {
    severity: 'error',
    summary: 'A device, socket or pipe lies in the course folder',
    explain: 'Only plain files and folders belong to a course. Remove it.',
  },
  'file-name': {
    severity: 'error',
    summary: 'A file name cannot be used on every system',
    explain:
      'Names such as CON or NUL, names ending in a point or a space, and names that differ only in letter case break on Windows or in the zip. Rename the file.',
  },
} as const satisfies Record<string, Rule>;
