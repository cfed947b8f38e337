import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { encodeIdx } from './encode-idx.js';
import { parseIdx } from './parse-idx.js';
import { readIdx } from './read-idx.js';
import { readIdxBatches } from './read-idx-batches.js';
import { fuzzIdx } from './testing/fuzz-idx.js';
import { gzip } from './testing/gzip.js';
import { mutateBytes } from './testing/mutate-bytes.js';

const functions = { encodeIdx, parseIdx, readIdx, readIdxBatches, createKeyedRandom, gzip, mutateBytes };

// scripts/fuzz-idx.ts does the same with a million.
test('4,000 damaged files end in a value or an IdxFormatError, the same from every reader', async () => {
  const { values, errors } = await fuzzIdx(functions, { mutations: 4000, seed: 2 });
  expect(values).toBeGreaterThan(100);
  expect(errors).toBeGreaterThan(1000);
  expect(values + errors).toBe(4000);
});

test('the fuzzer sees an error that is no IdxFormatError, and says which bytes', async () => {
  const broken = {
    ...functions,
    parseIdx: () => {
      throw new RangeError('Invalid typed array length: 7');
    },
  };
  const error = await fuzzIdx(broken, { mutations: 1, seed: 2 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^Mutation 1 of seed 2: \[[\d,]+\]$/),
    cause: expect.any(RangeError),
  });
});

test('the fuzzer sees a reader that disagrees', async () => {
  const other = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7);
  const deaf = { ...functions, readIdx: (async () => parseIdx(other)) as typeof readIdx };
  const error = await fuzzIdx(deaf, { mutations: 100, seed: 2 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ cause: { message: 'readIdx and readIdxBatches disagree.' } });
});
