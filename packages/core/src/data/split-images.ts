import { requireInteger } from '../errors/require-argument.js';
import { copyImages, countsPerClass, type LabelledImages, selectImages } from './labelled-images.js';
import { shuffledIndices } from './shuffle.js';

/** Two sets without a common image. */
export interface SplitImages {
  readonly training: LabelledImages;
  readonly heldOut: LabelledImages;
  /** Positions of `training` in the set that was split, uint32, ascending. */
  readonly trainingIndices: Uint32Array;
  /** Positions of `heldOut` in the set that was split, uint32, ascending. */
  readonly heldOutIndices: Uint32Array;
}

/**
 * Holds out random images; both parts keep the order of the whole.
 *
 * @param options.holdOut number of images to hold out, `0 … images.count - 1`
 * @param options.seed uint32
 * @param options.stratified whether each class has its share among those held out, to within one image.
 *   @default false
 * @param options.inPlace whether `training` is moved together in the memory of `images`, which hold nothing sensible
 *   afterwards; a large set is then not in memory twice. @default false
 * @throws {InvalidArgumentError} when `holdOut` would leave no image, or `seed` is out of range
 * @example
 * import { countsPerClass, createLabelledImages, splitImages } from '@lenet/core';
 *
 * const labels = Uint8Array.of(0, 0, 0, 0, 1, 1);
 * const images = createLabelledImages({ pixels: new Uint8Array(6), labels, height: 1, width: 1, classCount: 2 });
 * const { training, heldOut } = splitImages(images, { holdOut: 3, seed: 1, stratified: true });
 * console.log(countsPerClass(training), countsPerClass(heldOut)); // [2, 1] [2, 1]
 */
export function splitImages(
  images: LabelledImages,
  options: { holdOut: number; seed: number; stratified?: boolean; inPlace?: boolean },
): SplitImages {
  const { holdOut, seed, stratified = false, inPlace = false } = options;
  requireInteger('holdOut', holdOut, 0, images.count - 1);
  requireInteger('seed', seed, 0, 0xffffffff);
  const order = shuffledIndices(images.count, { seed, purpose: 'split' });
  const chosen = stratified ? chooseStratified(images, order, holdOut) : order.slice(0, holdOut);
  const heldOutIndices = chosen.sort();
  const isHeldOut = new Uint8Array(images.count);
  for (const index of heldOutIndices) isHeldOut[index] = 1;
  const trainingIndices = order.filter((index) => isHeldOut[index] === 0).sort();
  // First: moving the others overwrites them.
  const heldOut = selectImages(images, heldOutIndices);
  const training = inPlace
    ? copyImages(images, trainingIndices, beginningOf(images, trainingIndices.length))
    : selectImages(images, trainingIndices);
  return { training, heldOut, trainingIndices, heldOutIndices };
}

function beginningOf({ pixels, labels, height, width }: LabelledImages, count: number) {
  return { pixels: pixels.subarray(0, count * height * width), labels: labels.subarray(0, count) };
}

/** The first images of each class in the shuffled order, as many as the class's share of `holdOut`. */
function chooseStratified(images: LabelledImages, order: Uint32Array, holdOut: number): Uint32Array {
  const left = shares(countsPerClass(images), holdOut);
  return order.filter((index) => left[images.labels[index]]-- > 0);
}

/**
 * Whole numbers proportional to `counts` with the sum `total`, by largest remainders; of equal ones the
 * lower class is served first.
 */
function shares(counts: readonly number[], total: number): number[] {
  const sum = counts.reduce((all, count) => all + count, 0);
  const whole = counts.map((count) => Math.floor((count * total) / sum));
  const missing = total - whole.reduce((all, share) => all + share, 0);
  const remainder = (label: number) => (counts[label] * total) % sum;
  const byRemainder = counts.map((_, label) => label).sort((a, b) => remainder(b) - remainder(a));
  for (const label of byRemainder.slice(0, missing)) whole[label]++;
  return whole;
}
