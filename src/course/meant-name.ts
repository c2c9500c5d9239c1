import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * What the author may have meant by a file that is no source by its name; null if it is just a file.
 *
 * @param root the course folder, absolute
 * @param inner the file's path in it
 * @param largest how many bytes of YAML are looked at; a file with more is just a file
 */
export async function meantName(
  root: string,
  inner: string,
  largest: number,
): Promise<{ readonly name: string; readonly why: string } | null> {
  const base = path.basename(inner);
  if (/^course\.ya?ml$/i.test(inner)) return { name: 'course.yml', why: 'the course is described in `course.yml`' };
  const lesson = base.replace(/\.(md|markdown|mdown|mkd)$/i, '.md');
  if (lesson.endsWith('.md') && !/^(readme|license|changelog)\.md$/i.test(lesson))
    return { name: lesson, why: 'lessons end in `.md`' };
  if (/\.quiz\.ya?ml$/i.test(base)) return { name: base.toLowerCase(), why: 'quizzes end in `.quiz.yml`' };
  // Other YAML may well be something to download; a quiz is known by its questions.
  if (!/\.ya?ml$/i.test(base) || !/^questions:/m.test(await textOf(path.join(root, inner), largest))) return null;
  return { name: base.replace(/([-_.]quiz)?\.ya?ml$/i, '.quiz.yml'), why: 'quizzes end in `.quiz.yml`' };
}

/** The text of a file; of one that cannot be read, which says so elsewhere, none. */
async function textOf(file: string, largest: number): Promise<string> {
  try {
    return (await stat(file)).size > largest ? '' : await readFile(file, 'utf8');
  } catch {
    return '';
  }
}
