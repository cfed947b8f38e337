// Damaged IDX files, the same for the same seed, through every reader. Types are all that it imports of the
// package's own modules, so that scripts/fuzz-idx.ts can run it on the built package.
import type { createKeyedRandom, KeyedRandom } from '../../random/keyed-random.js';
import type { encodeIdx } from '../encode-idx.js';
import type { IdxArray } from '../idx-array.js';
import type { parseIdx } from '../parse-idx.js';
import type { readIdx } from '../read-idx.js';
import type { readIdxBatches } from '../read-idx-batches.js';
import type { gzip } from './gzip.js';
import type { mutateBytes } from './mutate-bytes.js';

/** What is tested, and what it is tested with. */
export interface FuzzedFunctions {
  readonly parseIdx: typeof parseIdx;
  readonly readIdx: typeof readIdx;
  readonly readIdxBatches: typeof readIdxBatches;
  readonly encodeIdx: typeof encodeIdx;
  readonly createKeyedRandom: typeof createKeyedRandom;
  readonly gzip: typeof gzip;
  readonly mutateBytes: typeof mutateBytes;
}

/** How many files were read as values, and how many refused. */
export interface FuzzOutcome {
  readonly values: number;
  readonly errors: number;
}

/**
 * Mutates valid files: half of them plain, a quarter put into an archive after the change, a quarter
 * changed as an archive. Each goes through `parseIdx`, `readIdx` and `readIdxBatches`, with their default
 * limits; all must agree, and a value must be written as the same bytes again.
 *
 * @param options.afterEach called after each file with its number, from 1
 * @throws {Error} with the bytes, when a reader ends in anything but a value or an `IdxFormatError`, or
 *   readers disagree
 */
export async function fuzzIdx(
  functions: FuzzedFunctions,
  options: { mutations: number; seed: number; afterEach?: (count: number) => void },
): Promise<FuzzOutcome> {
  const { createKeyedRandom, encodeIdx, gzip, mutateBytes, parseIdx, readIdx } = functions;
  const files = sampleArrays().map(encodeIdx);
  const archives = await Promise.all(files.map(gzip));
  const outcome = { values: 0, errors: 0 };
  for (let count = 1; count <= options.mutations; count++) {
    const random = createKeyedRandom({ seed: options.seed, purpose: 'fuzz-idx', item: count });
    const kind = random.nextBelow(4);
    const mutated = mutateBytes((kind === 3 ? archives : files)[random.nextBelow(files.length)], random);
    const bytes = kind === 2 ? await gzip(mutated) : mutated;
    try {
      const parsed = await outcomeOf(async () => encodeIdx(parseIdx(kind === 2 ? mutated : bytes)));
      const read = await outcomeOf(async () => encodeIdx(await readIdx(bytes)));
      const source = chunkSource(bytes, random);
      const batchSize = 1 + random.nextBelow(5);
      const elements = await outcomeOf(() => joinBatches(functions, source.chunks, batchSize));
      if (!source.isClosed()) throw new Error('readIdxBatches did not close its source.');
      if (!isSame(read?.subarray(4 + 4 * read[3]), elements)) {
        throw new Error('readIdx and readIdxBatches disagree.');
      }
      if (kind !== 3 && !isSame(parsed, read)) throw new Error('parseIdx and readIdx disagree.');
      if (read && kind < 2 && !isSame(read, bytes)) throw new Error('What was read is not what was given.');
      outcome[read ? 'values' : 'errors']++;
    } catch (cause) {
      throw new Error(`Mutation ${count} of seed ${options.seed}: [${bytes}]`, { cause });
    }
    options.afterEach?.(count);
  }
  return outcome;
}

/** @returns undefined when the file was refused */
async function outcomeOf(read: () => Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await read();
  } catch (error) {
    // By its name, which is the same from the sources and from the built package.
    if ((error as Error).name === 'IdxFormatError') return undefined;
    throw error;
  }
}

/** @returns the elements of all batches, as in the file */
async function joinBatches(
  { readIdxBatches, encodeIdx }: FuzzedFunctions,
  source: AsyncIterable<Uint8Array>,
  batchSize: number,
): Promise<Uint8Array> {
  const elements: number[] = [];
  for await (const batch of readIdxBatches(source, { batchSize })) {
    elements.push(...encodeIdx(batch).subarray(batch.header.headerLength));
  }
  return Uint8Array.from(elements);
}

/** The bytes in chunks of any size, none too. */
function chunkSource(bytes: Uint8Array, random: KeyedRandom) {
  let isClosed = false;
  async function* chunks() {
    try {
      for (let start = 0; start < bytes.length; ) {
        const end = start + random.nextBelow(1 + random.nextBelow(64));
        yield bytes.subarray(start, end);
        start = end;
      }
    } finally {
      isClosed = true;
    }
  }
  return { chunks: chunks(), isClosed: () => isClosed };
}

function isSame(first: Uint8Array | undefined, second: Uint8Array | undefined): boolean {
  if (!first || !second) return first === second;
  return first.length === second.length && first.every((byte, index) => byte === second[index]);
}

function sampleArrays(): Pick<IdxArray, 'dimensions' | 'values'>[] {
  return [
    { dimensions: [3, 2, 2], values: Uint8Array.from({ length: 12 }, (_, index) => index * 20) },
    { dimensions: [40, 5], values: new Uint8Array(200) },
    { dimensions: [4], values: Int8Array.of(1, -1, 2, -2) },
    { dimensions: [2, 2], values: Int16Array.of(1, -1, 300, -300) },
    { dimensions: [3, 1], values: Int32Array.of(1, -1, 70000) },
    { dimensions: [2], values: Float32Array.of(0.5, -2) },
    { dimensions: [1, 2, 1, 1], values: Float64Array.of(0.1, Number.NaN) },
    { dimensions: [0, 28, 28], values: new Uint8Array() },
  ];
}
