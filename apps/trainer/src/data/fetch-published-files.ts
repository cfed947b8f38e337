import type { Cache } from './cache.js';
import type { DataAttempt } from './data-error.js';
import type { StoredFiles } from './idx-folder.js';
import type { Mirrors } from './mirrors.js';
import { type FileRole, fileRoles, type PublishedFiles } from './published-files.js';
import type { StoredFile } from './stored-file.js';

/** A published set, or the places where it was looked for in vain. */
export type FetchResult =
  | { readonly files: StoredFiles; readonly origin: string }
  | { readonly files?: undefined; readonly attempts: readonly DataAttempt[] };

/**
 * Takes each file from the cache or else from a mirror, and keeps what it downloads. All digests are
 * the published ones.
 *
 * @throws the reason of the mirrors' signal when it is aborted; the files kept until then are whole
 */
export async function fetchPublishedFiles(
  published: PublishedFiles,
  cache: Cache,
  mirrors: Mirrors,
): Promise<FetchResult> {
  const files: Partial<Record<FileRole, StoredFile>> = {};
  for (const role of fileRoles) {
    const cached = await cache.get(published[role]);
    if (cached) files[role] = cached;
  }
  const missing = fileRoles.filter((role) => files[role] === undefined);
  if (missing.length === 0) return { files: files as StoredFiles, origin: `cache "${cache.folder}"` };

  const hosts = new Set<string>();
  for (const role of missing) {
    const file = await mirrors.get(published[role]);
    if (file === undefined) {
      const names = missing.map((each) => published[each].name).join(', ');
      return {
        attempts: [{ source: `cache "${cache.folder}"`, reason: `missing ${names}` }, ...mirrors.attempts],
      };
    }
    await cache.put(file.archiveName, file.bytes);
    files[role] = { name: published[role].name, path: file.url, content: file.content, sha256: file.sha256 };
    hosts.add(new URL(file.url).host);
  }
  return { files: files as StoredFiles, origin: `downloaded from ${[...hosts].join(', ')}` };
}
