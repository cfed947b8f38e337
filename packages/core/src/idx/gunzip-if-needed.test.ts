import { expect, test } from 'vitest';
import { IdxFormatError } from '../errors/idx-format-error.js';
import { gunzipIfNeeded } from './gunzip-if-needed.js';

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/** Longer than a chunk of the stream, and no two chunks alike. */
const content = Uint8Array.from({ length: 200_000 }, (_, index) => (index * index) >> 7);
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

test('an archive of nothing is no byte', async () => {
  expect((await gunzipIfNeeded(await gzip(new Uint8Array()))).length).toBe(0);
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
  expect(error).toMatchObject({ message: damaged, file: 'x.gz', cause: expect.any(Error) });
});

test('refuses bytes after the end of the archive', async () => {
  const archive = await gzip(content);
  const longer = new Uint8Array([...archive, 1, 2, 3, 4]);
  await expect(gunzipIfNeeded(longer, { name: 'x.gz' })).rejects.toThrow(damaged);
});

test('refuses content beyond the limit', async () => {
  const archive = await gzip(content);
  expect((await gunzipIfNeeded(archive, { maximumBytes: 200_000 })).length).toBe(200_000);
  await expect(gunzipIfNeeded(archive, { maximumBytes: 199_999 })).rejects.toThrow(
    'IDX file "input": expected at most 199999 bytes in the gzip archive, got more. If the file is meant to be that large, decompress it first.',
  );
});
