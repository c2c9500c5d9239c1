import type { Dirent } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { imageSize } from 'image-size';
import { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { systemReason } from '../diagnostics/system-reason.ts';
import { fontKind } from './font-kind.ts';
import { glossarySource } from './glossary.ts';
import { meantName } from './meant-name.ts';
import { packagedMediaNames } from './media-name.ts';
import type { MediaFile, Project } from './project.ts';

/** Largest lesson, quiz or configuration, in bytes. */
const largestText = 1_000_000;
/** How much of an image is read for its measure; EXIF and colour profiles can come before the size. */
const imageHead = 256 * 1024;
const measurable = /\.(png|jpe?g|gif|webp|avif|svg)$/i;
/** Read in full, since what they say is judged. */
const judged = /\.(svg|vtt)$/i;
/** Of a font the header and the list of its tables are read. */
const font = /\.woff2$/i;
const fontHead = 4096;
/** What Git LFS leaves where a file was not fetched (github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
const pointerStart = 'version https://git-lfs.github.com/spec/';
const longestPointer = 1024;
/** Not part of a course: hidden files, what editors and systems leave, other tools' folders. */
const ignored = /^(\..*|node_modules|Thumbs\.db|desktop\.ini|.*~|.*\.(swp|bak|tmp))$/i;
/** Names Windows cannot create, and endings it drops. */
const unportable = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$|[. ]$/i;

/**
 * Reads one course folder: texts in full, media by name and measure. What is wrong with a file is a message on it.
 * Symbolic links are followed only inside the folder.
 *
 * @param folder path of the folder that holds `course.yml`
 * @param cwd what shown paths are relative to
 */
export async function readProject(folder: string, cwd: string): Promise<Project> {
  const root = await realpath(folder);
  const shown = (inner: string): string =>
    slashed(path.relative(cwd, path.join(path.resolve(cwd, folder), inner))) || '.';
  const listing = await listFiles(root, '', shown);

  const lessons: VFile[] = [];
  const quizzes: VFile[] = [];
  const translations: VFile[] = [];
  const others: VFile[] = [...listing.warned];
  const mediaPaths: string[] = [];
  let config: VFile | null = null;
  let glossary: VFile | null = null;
  const glossaries: VFile[] = [];
  const styleSheets: VFile[] = [];
  const templates: VFile[] = [];
  for (const { inner, fault } of listing.files) {
    const text = (): Promise<VFile> | VFile => fault ?? readText(root, inner, shown);
    if (inner === 'course.yml') config = await text();
    else if (/^course\.[A-Za-z0-9-]+\.yml$/.test(inner)) translations.push(await text());
    else if (inner === glossarySource) glossary = await text();
    else if (/^glossary\.[A-Za-z0-9-]+\.yml$/.test(inner)) glossaries.push(await text());
    else if (/^templates\/[^/]+\.html$/.test(inner)) templates.push(await text());
    else if (/\.quiz\.ya?ml$/.test(inner)) quizzes.push(await text());
    else if (/\.md$/.test(inner)) {
      if (!/(^|\/)(readme|license|changelog)\.md$/i.test(inner)) lessons.push(await text());
    } else {
      mediaPaths.push(inner);
      if (/\.css$/.test(inner) && fault === null) styleSheets.push(await readText(root, inner, shown));
      const meant = fault === null ? await meantName(root, inner, largestText) : null;
      if (meant !== null) {
        const file = new VFile({ path: shown(inner), data: { source: inner } });
        report(file, 'not-a-source', {
          reason: `\`${path.basename(inner)}\` is not read: ${meant.why}`,
          fix: `Rename it to \`${meant.name}\`, or move it out of the course folder`,
        });
        others.push(file);
      }
      if (fault !== null) others.push(fault);
    }
  }
  const names = packagedMediaNames(mediaPaths);
  const faulty = new Set(listing.files.filter((file) => file.fault !== null).map((file) => file.inner));
  const media = new Map<string, MediaFile>();
  for (const inner of mediaPaths) {
    const nothing: MediaFile = {
      path: inner,
      absolute: path.join(root, inner),
      bytes: 0,
      packaged: names.get(inner) ?? inner,
    };
    try {
      media.set(inner, faulty.has(inner) ? nothing : await readMedia(nothing));
    } catch (error) {
      // It stays in the course, so that lessons that show it are not called wrong as well.
      media.set(inner, nothing);
      others.push(unreadable(new VFile({ path: shown(inner) }), error));
    }
  }
  if (config === null) {
    config = new VFile({ path: shown('course.yml'), value: '' });
    report(config, 'no-course', {
      reason: 'The folder has no `course.yml`',
      fix: 'Add a `course.yml` with `id`, `title` and `language`',
    });
  }
  return {
    ...{
      root,
      folder: shown(''),
      config,
      lessons,
      quizzes,
      media,
      templates,
      styleSheets,
      translations,
      glossaries,
      others,
    },
    ...(glossary === null ? {} : { glossary }),
  };
}

interface Listing {
  /** Files by path in the course, in order of UTF-8 bytes; `fault` is set where one cannot be used, and says why. */
  readonly files: readonly { readonly inner: string; readonly fault: VFile | null }[];
  /** Names that can be read here but not on every system. */
  readonly warned: readonly VFile[];
}

async function listFiles(root: string, folder: string, shown: (inner: string) => string): Promise<Listing> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const files: Listing['files'][number][] = [];
  const warned: VFile[] = [];
  const folded = new Map<string, string>();
  for (const entry of entries.sort((a, b) => compareBytes(a.name, b.name))) {
    if (ignored.test(entry.name)) continue;
    const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const file = new VFile({ path: shown(inner), data: { source: inner } });
    if (noteName(entry.name, folded, file)) warned.push(file);
    const kind = await kindOf(root, inner, entry);
    if (kind === 'file') files.push({ inner, fault: null });
    else if (kind !== 'folder') files.push({ inner, fault: faultOf(kind, entry.name, file) });
    else {
      try {
        const below = await listFiles(root, inner, shown);
        files.push(...below.files);
        warned.push(...below.warned);
      } catch (error) {
        warned.push(unreadable(file, error));
      }
    }
  }
  return { files: files.sort((a, b) => compareBytes(a.inner, b.inner)), warned };
}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Reports a name that some system cannot hold beside the others of its folder. */
function noteName(name: string, folded: Map<string, string>, file: VFile): boolean {
  const key = name.normalize('NFC').toLowerCase();
  const same = folded.get(key);
  folded.set(key, name);
  if (!unportable.test(name) && same === undefined) return false;
  const reason =
    same === undefined
      ? `\`${name}\` is not a file name on every system`
      : `\`${name}\` and \`${same}\` differ only in letter case or accents`;
  report(file, 'file-name', { reason, fix: 'Rename the file' });
  return true;
}

function faultOf(kind: 'outside' | 'broken' | 'special', name: string, file: VFile): VFile {
  if (kind === 'outside') {
    report(file, 'symlink-outside', {
      reason: `\`${name}\` is a link that leads out of the course folder`,
      fix: 'Copy the file into the course folder instead of linking to it',
    });
  } else if (kind === 'broken') {
    report(file, 'unreadable-file', {
      reason: `\`${name}\` is a link to nothing`,
      fix: 'Remove the link, or put the file there',
    });
  } else {
    report(file, 'special-file', {
      reason: `\`${name}\` is neither a file nor a folder`,
      fix: 'Remove it from the course folder',
    });
  }
  return file;
}

function unreadable(file: VFile, error: unknown): VFile {
  report(file, 'unreadable-file', {
    reason: `Cannot be read: ${systemReason(error)}`,
    fix: 'Check that it exists and that you may read it',
  });
  return file;
}

type Kind = 'file' | 'folder' | 'outside' | 'broken' | 'special';

async function kindOf(root: string, inner: string, entry: Dirent): Promise<Kind> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'special';
  try {
    const target = await realpath(path.join(root, inner));
    if (target !== root && !target.startsWith(root + path.sep)) return 'outside';
    const status = await stat(target);
    // A link to a folder inside the course would list its files twice, or for ever.
    return status.isFile() ? 'file' : 'special';
  } catch {
    return 'broken';
  }
}

/** Reads one text of a course: UTF-8, any line ends. What is wrong with it is a message on it. */
export async function readText(root: string, inner: string, shown: (inner: string) => string): Promise<VFile> {
  const file = new VFile({ path: shown(inner), value: '', data: { source: inner } });
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(root, inner));
  } catch (error) {
    return unreadable(file, error);
  }
  if (bytes.length > largestText) {
    report(file, 'file-too-large', {
      reason: `The file has ${bytes.length.toLocaleString('en')} bytes; a text may have ${largestText.toLocaleString('en')}`,
      fix: 'Split it, or move images pasted as text into files',
    });
    return file;
  }
  const text = decode(bytes);
  file.value = (text ?? bytes.toString('utf8')).replace(/\r\n?/g, '\n');
  if (text === null) {
    const at = firstBadByte(bytes);
    report(file, 'invalid-utf8', {
      reason: `Byte ${at.offset + 1} (0x${(bytes[at.offset] ?? 0).toString(16).padStart(2, '0')}) is not UTF-8`,
      fix: 'Save the file again with the encoding UTF-8',
      at: { line: at.line, column: at.column },
    });
    return file;
  }
  return file;
}

/** UTF-8 without its byte order mark, or null. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstBadByte(bytes: Buffer): { offset: number; line: number; column: number } {
  // The longest prefix that decodes; a cut in the middle of a character is no fault before its own bad byte.
  const goodUpTo = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (goodUpTo(middle)) good = middle;
    else bad = middle;
  }
  // The decoder complains at the byte after a character that is cut short; the fault is where that one begins.
  let offset = bad - 1;
  while (offset > 0 && decode(bytes.subarray(0, offset)) === null) offset--;
  const before = bytes.subarray(0, offset).toString('utf8');
  const lines = before.split(/\r\n?|\n/);
  return { offset, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

async function readMedia(nothing: MediaFile): Promise<MediaFile> {
  const { path: inner, absolute } = nothing;
  const { size } = await stat(absolute);
  if (size === 0) return { ...nothing, hollow: 'empty' };
  const media: MediaFile = { ...nothing, bytes: size };
  const mayBePointer = size <= longestPointer;
  if (!mayBePointer && !measurable.test(inner) && !judged.test(inner) && !font.test(inner)) return media;
  const handle = await open(absolute);
  try {
    const most = font.test(inner) ? fontHead : judged.test(inner) ? largestText : imageHead;
    const buffer = Buffer.alloc(Math.min(size, most));
    await handle.read(buffer, 0, buffer.length, 0);
    if (mayBePointer && buffer.toString('latin1').startsWith(pointerStart)) return { ...media, hollow: 'pointer' };
    if (/\.vtt$/i.test(inner)) return { ...media, vtt: buffer.toString('utf8') };
    if (font.test(inner)) {
      const kind = fontKind(buffer);
      return kind === null ? media : { ...media, font: kind };
    }
    const svg = /\.svg$/i.test(inner) ? { svg: buffer.toString('utf8') } : {};
    return { ...media, ...svg, ...measure(buffer) };
  } finally {
    await handle.close();
  }
}

function measure(buffer: Buffer): { width?: number; height?: number } {
  try {
    const { width, height, orientation } = imageSize(buffer);
    // EXIF orientations 5–8 lie on their side.
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return {};
  }
}

const slashed = (text: string): string => text.split(path.sep).join('/');
