import { unzipSync, zipSync } from 'fflate';

/** Entries of an archive, at most: a model folder has four, a visitor's digits some thousands. */
const MOST_ENTRIES = 20_000;
/** Bytes of an archive's content, at most: a small archive may hold any number of them. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Packs files. At once and here: the other way of the library makes workers from text, which the policy of
 * the site forbids.
 *
 * @param files content by name, with `/` between folders
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files), { level: 6 }) as Uint8Array<ArrayBuffer>;
}

/**
 * Unpacks an archive, but no folder entries.
 *
 * @param mostBytes of its content. @default 256 MB
 * @returns content by name
 * @throws {Error} in words for the visitor, when it is no archive, damaged, or larger than anything of ours
 */
export function unzipFiles(archive: Uint8Array, mostBytes = MOST_BYTES): Map<string, Uint8Array> {
  let entries = 0;
  let bytes = 0;
  let isTooLarge = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
      filter({ name, originalSize }) {
        entries++;
        bytes += originalSize;
        isTooLarge ||= entries > MOST_ENTRIES || bytes > mostBytes;
        return !isTooLarge && !name.endsWith('/');
      },
    });
  } catch (cause) {
    throw new Error('This is not a whole zip archive. Download it again.', { cause });
  }
  if (isTooLarge) {
    throw new Error(
      `This archive is too large: at most ${MOST_ENTRIES.toLocaleString('en')} files and ${mostBytes / 1024 / 1024} MB are read.`,
    );
  }
  return new Map(Object.entries(files));
}
