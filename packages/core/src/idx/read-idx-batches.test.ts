import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIdx } from './encode-idx.js';
import type { IdxSource } from './idx-source.js';
import { type IdxBatch, type IdxBatchOptions, readIdxBatches } from './read-idx-batches.js';
import { anyIdxArray } from './testing/any-idx-array.js';
import { chunkStream, inChunks } from './testing/chunk-stream.js';
import { gzip } from './testing/gzip.js';

const file = encodeIdx({ dimensions: [5, 2], values: Int16Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) });

async function collect(source: IdxSource, options?: IdxBatchOptions): Promise<IdxBatch[]> {
  const batches: IdxBatch[] = [];
  for await (const batch of readIdxBatches(source, options)) batches.push(batch);
  return batches;
}

test('gives batches with the header and their place', async () => {
  const header = {
    type: 'int16',
    dimensions: [5, 2],
    headerLength: 12,
    elementCount: 10,
    byteLength: 32,
  };
  const shared = { type: 'int16', header };
  for (const bytes of [file, await gzip(file)]) {
    expect(await collect(chunkStream(inChunks(bytes, [7, 0, 1])).stream, { batchSize: 2 })).toEqual([
      { ...shared, start: 0, dimensions: [2, 2], values: Int16Array.of(1, 2, 3, 4) },
      { ...shared, start: 2, dimensions: [2, 2], values: Int16Array.of(5, 6, 7, 8) },
      { ...shared, start: 4, dimensions: [1, 2], values: Int16Array.of(9, 10) },
    ]);
  }
});

test('batches have memory of their own', async () => {
  const bytes = encodeIdx({ dimensions: [4], values: Uint8Array.of(1, 2, 3, 4) });
  const [first, second] = await collect(chunkStream([bytes]).stream, { batchSize: 2 });
  first.values.fill(9);
  expect([...second.values, ...bytes.subarray(8)]).toEqual([3, 4, 1, 2, 3, 4]);
});

test('joined batches are the array, whatever the array, the chunks and the batch size', async () => {
  const property = fc.asyncProperty(
    anyIdxArray,
    fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 8 }).map((sizes) => [...sizes, 1]),
    fc.integer({ min: 1, max: 5 }),
    fc.boolean(),
    async (array, sizes, batchSize, isCompressed) => {
      const whole = encodeIdx(array);
      const bytes = isCompressed ? await gzip(whole) : whole;
      const batches = await collect(chunkStream(inChunks(bytes, sizes)).stream, { batchSize });
      const elements = batches.flatMap((batch) => [...encodeIdx(batch).subarray(batch.header.headerLength)]);
      expect(elements).toEqual([...whole.subarray(4 + 4 * array.dimensions.length)]);
      const [count] = array.dimensions;
      expect(batches.length).toBe(array.values.length === 0 ? 0 : Math.ceil(count / batchSize));
    },
  );
  await fc.assert(property, { numRuns: 200 });
});

test('reads no more of the source than the batches that were asked for', async () => {
  const { stream, seen } = chunkStream(inChunks(file, [4]));
  const batches = readIdxBatches(stream, { batchSize: 1 });
  expect(seen.pulled).toBe(0);
  expect((await batches.next()).value?.start).toBe(0);
  expect(seen.pulled).toBe(4); // a header of 3 chunks, an item of 1
});

test('closes a source that is left early', async () => {
  for (const bytes of [file, await gzip(file)]) {
    const { stream, seen } = chunkStream(inChunks(bytes, [4]), { isEndless: true });
    for await (const { start } of readIdxBatches(stream, { batchSize: 1 })) if (start === 1) break;
    expect(seen.cancelled).toBe(1);
  }
});

test('closes an iterable that is left early, and one that is damaged', async () => {
  let closed = 0;
  async function* endless(start: Uint8Array) {
    try {
      yield start;
      while (true) yield new Uint8Array(8);
    } finally {
      closed++;
    }
  }
  for await (const _ of readIdxBatches(endless(file.subarray(0, 14)), { batchSize: 1 })) break;
  expect(closed).toBe(1);
  await expect(collect(endless(file.subarray(1)))).rejects.toThrow(
    'This is not an IDX file; check the path.',
  );
  expect(closed).toBe(2);
});

test.each([
  [
    'an end too early',
    file.subarray(0, 30),
    4,
    'truncated',
    30,
    'expected 32 bytes for int16 [5, 2], got 30. The file is cut short; get it again.',
  ],
  [
    'no end',
    Uint8Array.of(...file, 0),
    4,
    'trailing',
    32,
    'expected 32 bytes for int16 [5, 2], got more. There are bytes after its end; get it again.',
  ],
  [
    'bytes after a file without elements',
    Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 0, 1),
    0,
    'trailing',
    8,
    'expected 8 bytes for uint8 [0], got more. There are bytes after its end; get it again.',
  ],
])('%s is an error before the last batch', async (_title, bytes, itemCount, reason, offset, message) => {
  for (const source of [bytes, await gzip(bytes)]) {
    let items = 0;
    const reading = async () => {
      for await (const { dimensions } of readIdxBatches(chunkStream([source]).stream, { batchSize: 2 })) {
        items += dimensions[0];
      }
    };
    const error = await reading().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: `IDX file "input": ${message}`, reason, offset });
    expect(items).toBe(itemCount);
  }
});

test('a checksum that is wrong is an error before the last batch', async () => {
  const archive = await gzip(file);
  archive[archive.length - 6] ^= 1;
  await expect(readIdxBatches(chunkStream([archive]).stream, { name: 'x' }).next()).rejects.toThrow(
    'IDX file "x": expected a whole gzip archive, got one that is damaged or cut short. Get the file again.',
  );
});

test('a file may be larger than memory, a batch may not', async () => {
  const header = Uint8Array.of(0, 0, 13, 3, 0xff, 0xff, 0xff, 0xff, 0, 0, 4, 0, 0, 0, 2, 0);
  const { stream, seen } = chunkStream([header, new Uint8Array(2 ** 22)], { isEndless: true });
  for await (const { header, values } of readIdxBatches(stream, { batchSize: 1 })) {
    expect([header.byteLength, values.length]).toEqual([9_007_199_252_643_856, 2 ** 19]);
    break;
  }
  expect(seen).toEqual({ pulled: 2, cancelled: 1 });
  await expect(collect(chunkStream([header]).stream, { name: 'large' })).rejects.toThrow(
    'IDX file "large": expected batches of at most 268435456 bytes, got 2097152000 for float32 [1000, 1024, 512]. Use a smaller batchSize, or set maxBatchBytes if an item is meant to be that large.',
  );
});

test('passes the error of the source on, compressed or not', async () => {
  async function* failing(bytes: Uint8Array) {
    yield bytes;
    throw new Error('connection lost');
  }
  for (const bytes of [file, await gzip(file)]) {
    await expect(collect(failing(bytes.subarray(0, 20)))).rejects.toThrow('connection lost');
  }
});

test('ends with the reason of the signal: before, between batches, and while the source is silent', async () => {
  const reason = new Error('enough');
  const before = chunkStream([file]);
  await expect(collect(before.stream, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(before.seen).toEqual({ pulled: 0, cancelled: 1 });

  const between = chunkStream([file], { isEndless: true });
  const controller = new AbortController();
  const batches = readIdxBatches(between.stream, { batchSize: 1, signal: controller.signal });
  await batches.next();
  controller.abort(reason);
  await expect(batches.next()).rejects.toBe(reason);
  expect(between.seen.cancelled).toBe(1);

  for (const bytes of [file, await gzip(file)]) {
    const silent = chunkStream([bytes.subarray(0, 16)], { isEndless: true });
    const silentController = new AbortController();
    const reading = collect(silent.stream, { signal: silentController.signal });
    while (silent.seen.pulled === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    silentController.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(silent.seen.cancelled).toBe(1);
  }
});

test('an abort does not wait for an iterable that never answers', async () => {
  async function* silent(): AsyncGenerator<Uint8Array> {
    yield file.subarray(0, 14);
    await new Promise(() => {});
  }
  const controller = new AbortController();
  const reading = collect(silent(), { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(reading).rejects.toThrow('enough');
});

test('refuses what is no source, no chunk of bytes and no batch size', async () => {
  const source = chunkStream([]).stream;
  expect(() => readIdxBatches(file as unknown as IdxSource)).toThrow(
    'Argument "source": expected a ReadableStream or an AsyncIterable of Uint8Array, got object.',
  );
  expect(() => readIdxBatches(source, { batchSize: 0 })).toThrow(
    'Argument "batchSize": expected a whole number of 1 or more, got 0.',
  );
  async function* text() {
    yield 'text' as unknown as Uint8Array;
  }
  await expect(collect(text())).rejects.toThrow(
    'Argument "source": expected chunks of Uint8Array, got string.',
  );
});

test('gives the type that was asked for', async () => {
  for await (const { values } of readIdxBatches(chunkStream([file]).stream, { type: 'int16' })) {
    expect(values satisfies Int16Array).toHaveLength(10);
  }
  await expect(collect(chunkStream([file]).stream, { type: 'uint8' })).rejects.toThrow(
    'expected elements of type uint8, got int16. Convert the file, or ask for int16.',
  );
});
