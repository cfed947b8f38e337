// A million damaged IDX files through the built package.
//
// Run, after `pnpm run build`, with Node 22.18 or later: node scripts/fuzz-idx.ts [mutations] [seed]
//
// Prints one line. Ends with exit status 1 when a reader throws anything but an IdxFormatError, gives a
// wrong value, takes longer than 10 seconds for a file, or memory grows by more than 64 MB.
import { encodeIdx } from '../dist/idx/encode-idx.js';
import { parseIdx } from '../dist/idx/parse-idx.js';
import { readIdx } from '../dist/idx/read-idx.js';
import { readIdxBatches } from '../dist/idx/read-idx-batches.js';
import { createKeyedRandom } from '../dist/random/keyed-random.js';
import { fuzzIdx } from '../src/idx/testing/fuzz-idx.ts';
import { gzip } from '../src/idx/testing/gzip.ts';
import { mutateBytes } from '../src/idx/testing/mutate-bytes.ts';

const LARGEST_GROWTH_MEGABYTES = 64;
const LONGEST_SECONDS = 10;
/** Until here code is compiled, and the heap takes the size that it works with. */
const WARM_UP_MUTATIONS = 5000;

const [mutations = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
const functions = { encodeIdx, parseIdx, readIdx, readIdxBatches, createKeyedRandom, gzip, mutateBytes };
const residentMegabytes = () => process.memoryUsage.rss() / 2 ** 20;

let done = 0;
let seenBefore = 0;
const watch = setInterval(() => {
  if (done === seenBefore) fail(`mutation ${done + 1} took longer than ${LONGEST_SECONDS} s`);
  seenBefore = done;
}, LONGEST_SECONDS * 1000);

function fail(reason: string): never {
  process.stderr.write(`Fuzzing IDX, seed ${seed}: ${reason}.\n`);
  process.exit(1);
}

const startedAt = performance.now();
await fuzzIdx(functions, {
  mutations: WARM_UP_MUTATIONS,
  seed: seed + 1,
  afterEach: (count) => (done = -count),
});
const baseline = residentMegabytes();
let largest = baseline;
const { values, errors } = await fuzzIdx(functions, {
  mutations,
  seed,
  afterEach(count) {
    done = count;
    largest = Math.max(largest, residentMegabytes());
  },
});
clearInterval(watch);

const growth = largest - baseline;
const seconds = (performance.now() - startedAt) / 1000;
process.stdout.write(
  `${mutations} damaged files of seed ${seed}: ${values} read, ${errors} refused, memory grew by ${growth.toFixed(1)} MB at most, ${seconds.toFixed(0)} s\n`,
);
if (growth > LARGEST_GROWTH_MEGABYTES) fail(`memory grew by more than ${LARGEST_GROWTH_MEGABYTES} MB`);
