/** Why a package could not be made; for programs. People get `message`. */
export type PackageErrorCode =
  | 'aborted'
  | 'bad-date'
  | 'broken'
  | 'busy'
  | 'changed'
  | 'disk-full'
  | 'failed'
  | 'missing'
  | 'no-access'
  | 'not-a-file'
  | 'not-a-folder'
  | 'too-large';

/** A package could not be written, through no mistake in the content. The package of the build before is untouched. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly code: PackageErrorCode;
  /** The file it is about (or, for `bad-date`, the variable). */
  readonly path: string;

  constructor(code: PackageErrorCode, path: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.path = path;
  }
}

interface Reason {
  readonly code: PackageErrorCode;
  /** Ends the sentence "<path> could not be read: …". */
  readonly text: string;
}

// The codes of errno(3), in plain words.
const reasons = new Map<string, Reason>([
  ['ENOSPC', { code: 'disk-full', text: 'the disk is full' }],
  ['EDQUOT', { code: 'disk-full', text: 'the disk quota is used up' }],
  ['EFBIG', { code: 'disk-full', text: 'the system does not allow so large a file here' }],
  ['EACCES', { code: 'no-access', text: 'permission denied' }],
  ['EPERM', { code: 'no-access', text: 'permission denied, or another program has it open' }],
  ['EROFS', { code: 'no-access', text: 'the disk is read-only' }],
  ['EBUSY', { code: 'busy', text: 'another program has it open' }],
  ['ENOENT', { code: 'missing', text: 'it does not exist' }],
  ['ENOTDIR', { code: 'not-a-folder', text: 'a part of its path is a file, not a folder' }],
  ['EEXIST', { code: 'not-a-folder', text: 'a file stands where a folder is needed' }],
  ['EISDIR', { code: 'not-a-file', text: 'it is a folder, not a file' }],
  ['ENOTEMPTY', { code: 'not-a-file', text: 'it is a folder, not a file' }],
  ['EMFILE', { code: 'failed', text: 'too many files are open' }],
]);

/** Tells in plain words what failed: reading or writing that file. A `PackageError` is given back as it is. */
export function packageError(doing: 'read' | 'written', path: string, error: unknown): PackageError {
  if (error instanceof PackageError) return error;
  const known = reasons.get(errorCode(error));
  const text = known?.text ?? (error instanceof Error ? error.message : String(error));
  return new PackageError(known?.code ?? 'failed', path, `${path} could not be ${doing}: ${text}`, error);
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
