import { PackageError } from './package-error.ts';

/** The earliest date a zip can hold. */
const firstZipDate = new Date(Date.UTC(1980, 0, 1));

/**
 * The date of every file in a package: 1980-01-01 UTC, or what SOURCE_DATE_EPOCH says in seconds since 1970
 * (https://reproducible-builds.org/specs/source-date-epoch/). Throws a `PackageError` when that is no whole number.
 */
export function packageDate(environment: Readonly<Record<string, string | undefined>>): Date {
  const name = 'SOURCE_DATE_EPOCH';
  const epoch = environment[name] ?? '';
  if (epoch === '') return firstZipDate;
  if (!/^\d{1,12}$/.test(epoch)) {
    const reason = `${name} must be a whole number of seconds since 1970, such as 1767225600, not \`${epoch}\``;
    throw new PackageError('bad-date', name, reason);
  }
  return new Date(Math.max(Number(epoch) * 1000, firstZipDate.getTime()));
}
