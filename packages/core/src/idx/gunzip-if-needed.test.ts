import { expect, test } from 'vitest';
import { IdxFormatError } from '../errors/idx-format-error.js';
import { encodeIdx } from './encode-idx.js';
import { gunzipIfNeeded } from './gunzip-if-needed.js';
import { gzip } from './testing/gzip.js';

/** Longer than many chunks of the stream, and no two chunks alike. */
const values = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index) >> 7);
const content = encodeIdx({ dimensions: [200_000], values });
const damaged =
  'IDX file "x.gz": expected a whole gzip archive, got one that is damaged or cut short. Get the file again.';

test('decompresses an archive of many chunks', async () => {
  const bytes = await gunzipIfNeeded(await gzip(content));
  expect(bytes.length).toBe(content.length);
  expect(bytes.every((value, index) => value === content[index])).toBe(true);
});

test('gives other bytes back as they are', async () => {
  for (const bytes of [Uint8Array.of(0, 0, 8, 1), Uint8Array.of(0x1f), new Uint8Array()]) {
    expect(await gunzipIfNeeded(bytes)).toBe(bytes);
  }
});

test('refuses an archive that is cut short, wherever', async () => {
  const archive = await gzip(content);
  for (const length of [2, 9, 10, 11, archive.length >> 1, archive.length - 8, archive.length - 1]) {
    await expect(gunzipIfNeeded(archive.subarray(0, length), { name: 'x.gz' })).rejects.toThrow(damaged);
  }
});

test('refuses an archive with a wrong bit, and keeps the cause', async () => {
  const archive = await gzip(content);
  archive[archive.length - 6] ^= 1; // in the checksum
  const error = await gunzipIfNeeded(archive, { name: 'x.gz' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(IdxFormatError);
  expect(error).toMatchObject({ message: damaged, file: 'x.gz', reason: 'gzip', cause: expect.any(Error) });
});

test('refuses bytes after the end of the archive', async () => {
  const longer = new Uint8Array([...(await gzip(content)), 1, 2, 3, 4]);
  await expect(gunzipIfNeeded(longer, { name: 'x.gz' })).rejects.toThrow(damaged);
});

test.each([
  [
    'nothing',
    new Uint8Array(),
    'truncated',
    'expected 4 bytes for a header, got 0. The file is cut short; get it again.',
  ],
  [
    'an IDX file that is cut short',
    content.subarray(0, 200_000),
    'truncated',
    'expected 200008 bytes for uint8 [200000], got 200000. The file is cut short; get it again.',
  ],
  [
    'more than an IDX file',
    Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7, 0),
    'trailing',
    'expected 9 bytes for uint8 [1], got more. There are bytes after its end; get it again.',
  ],
])('refuses an archive of %s', async (_title, bytes, reason, message) => {
  const error = await gunzipIfNeeded(await gzip(bytes)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: `IDX file "input": ${message}`, reason });
});

test('refuses content beyond the limit', async () => {
  const archive = await gzip(content);
  expect((await gunzipIfNeeded(archive, { maxBytes: 200_008 })).length).toBe(200_008);
  await expect(gunzipIfNeeded(archive, { maxBytes: 200_007 })).rejects.toThrow(
    'IDX file "input": expected at most 200007 bytes, got 200008 for uint8 [200000]. If it is meant to be that large, set maxBytes or read it with readIdxBatches.',
  );
});
