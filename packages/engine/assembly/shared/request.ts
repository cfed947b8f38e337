// What TypeScript writes before each job, at the same addresses for every module. All threads work on one
// shared memory, each through an instance of the module of its own, and the variables of an instance are its
// own: so all state is in memory, at addresses that all know.
//
//   16384  control      words of the threads' protocol, see src/threads
//          request      the numbers of the step at hand: int32 count of images, then update-rules.ts's
//          batch table  addresses of the arrays that grow with the batch
//          squares      float64, one for each unit of the update: sums of squared gradients
//          what the module needs besides, from MODULE on

export const CONTROL: usize = 16384;
export const REQUEST: usize = CONTROL + 1024;
export const BATCH_TABLE: usize = REQUEST + 256;
export const SQUARES: usize = BATCH_TABLE + 256;
export const MODULE: usize = CONTROL + 4096;

/**
 * The images of a batch are split into this many shards, whatever the number of threads: the order of every
 * sum, and so every bit of the weights, depends on it. No more threads than this can work.
 */
export const SHARDS: usize = 8;
/** Images that one thread takes through the network at once, so that what they leave stays in its cache. */
export const CHUNK: usize = 8;

/** uint32: of the learner, and the epoch at hand, counted from 1; with the image they key random numbers. */
export function seed(): u32 {
  return load<u32>(REQUEST, 36);
}

export function epoch(): u32 {
  return load<u32>(REQUEST, 40);
}

/** Images in the batch at hand. */
export function batchCount(): usize {
  return load<usize>(REQUEST);
}

/**
 * The first image of a shard, and so the end of the one before. Shards begin at multiples of 4 images,
 * because the dense layers work on 4 rows.
 */
export function startOfShard(shard: usize): usize {
  const count = batchCount();
  const fours = (count + 3) / 4;
  return min<usize>(((fours * shard) / SHARDS) * 4, count);
}

// The arrays that every module has, with one number for each image.

/** float32: loss of the image. */
export function loss(image: usize): usize {
  return load<usize>(BATCH_TABLE, 24) + image * 4;
}

/** int32: 1 where the largest logit is that of the label. */
export function correct(image: usize): usize {
  return load<usize>(BATCH_TABLE, 28) + image * 4;
}

/** int32. */
export function label(image: usize): usize {
  return load<usize>(BATCH_TABLE, 32) + image * 4;
}

/** uint32: number of the image in the training set. */
export function index(image: usize): usize {
  return load<usize>(BATCH_TABLE, 40) + image * 4;
}

/** uint32: address of the image's bytes. */
export function source(image: usize): usize {
  return load<usize>(BATCH_TABLE, 36) + image * 4;
}

/** Whether every loss of the batch is a finite number. */
export function lossIsFinite(): bool {
  let sum: f64 = 0;
  const count = batchCount();
  for (let image: usize = 0; image < count; image++) sum += <f64>load<f32>(loss(image));
  // Infinity - Infinity and all with NaN are NaN.
  return sum - sum === 0;
}
