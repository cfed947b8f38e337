import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';
import { readIdx } from './read-idx.js';
import { anyIdxArray, bitsOf } from './testing/any-idx-array.js';
import { chunkStream, inChunks } from './testing/chunk-stream.js';
import { gzip } from './testing/gzip.js';

const file = encodeIdx({ dimensions: [2, 2], values: Int16Array.of(1, -1, 300, -300) });
const array = { type: 'int16', dimensions: [2, 2], values: Int16Array.of(1, -1, 300, -300) };

test('reads bytes and streams, gzip or not', async () => {
  const archive = await gzip(file);
  expect(await readIdx(file)).toEqual(array);
  expect(await readIdx(archive)).toEqual(array);
  for (const bytes of [file, archive]) {
    expect(await readIdx(new Blob([Uint8Array.from(bytes)]).stream())).toEqual(array);
    expect(await readIdx(chunkStream(inChunks(bytes, [1, 0])).stream)).toEqual(array);
  }
});

test('copies no bytes that are there already', async () => {
  const bytes = encodeIdx({ dimensions: [3], values: Uint8Array.of(1, 2, 3) });
  expect((await readIdx(bytes)).values.buffer).toBe(bytes.buffer);
});

test('reads what encodeIdx wrote through gzip, whatever the array, bit for bit', async () => {
  const property = fc.asyncProperty(anyIdxArray, async (any) => {
    expect(bitsOf(await readIdx(await gzip(encodeIdx(any))))).toEqual(bitsOf(any));
  });
  await fc.assert(property, { numRuns: 50 });
});

test('refuses an archive with more than its header says before its end, which never comes', async () => {
  // Not compressible, as the compressor would keep the rest to itself.
  const noise = Uint8Array.from(
    { length: 2 ** 16 },
    (_, index) => Math.imul(index, index ^ 0x9e3779b1) >> 13,
  );
  let isFirst = true;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      controller.enqueue(isFirst ? Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7) : noise);
      isFirst = false;
    },
  });
  const archive = endless.pipeThrough(new CompressionStream('gzip'));
  await expect(readIdx(archive, { name: 'bomb' })).rejects.toThrow(
    'IDX file "bomb": expected 9 bytes for uint8 [1], got more. There are bytes after its end; get it again.',
  );
});

test('refuses a file beyond the limit by its header', async () => {
  const header = Uint8Array.of(0, 0, 8, 2, 0, 1, 0, 0, 0, 1, 0, 0);
  const { stream, seen } = chunkStream([header, new Uint8Array(9)]);
  await expect(readIdx(stream)).rejects.toThrow(
    'expected at most 1073741824 bytes, got 4294967308 for uint8 [65536, 65536].',
  );
  expect(seen).toEqual({ pulled: 1, cancelled: 1 });
});

test('stops at the signal, while the source is silent', async () => {
  const controller = new AbortController();
  const { stream, seen } = chunkStream([file.subarray(0, 13)], { isEndless: true });
  const reading = readIdx(stream, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
  expect(seen.cancelled).toBe(1);
});

test('takes nothing but bytes and sources of bytes', async () => {
  await expect(readIdx('file' as unknown as Uint8Array)).rejects.toThrow(
    'Argument "source": expected a ReadableStream or an AsyncIterable of Uint8Array, got string.',
  );
});
