// The table of robustness: accuracy on distorted images, read as they are and after the normalisation that pictures go
// through.
import { argMax, type Classifier, type LabelledImages, selectImages } from '@lenet/core';
import { distortImage, distortions, inkFromRgba, normalizeDigit } from '@lenet/core/images';
import { interruptionPoint } from '../interruption-point.js';
import type { Measurements } from './measurements.js';

/** Enough for a standard error of 1.1 points at most; each is distorted, normalised and read a hundred times. */
const MOST_IMAGES = 2000;

/**
 * Of more than 2,000 images every second, third, and so on is taken, so that 2,000 at most are left.
 *
 * @param options.seed of the distortions
 * @param options.onDistortion called before each kind
 * @throws {InterruptedError} when the signal is aborted
 */
export async function measureRobustness(
  classifier: Classifier,
  all: LabelledImages,
  { seed, signal, onDistortion }: { seed: number; signal: AbortSignal; onDistortion(kind: string): void },
): Promise<Measurements['robustness']> {
  const images = everyNth(all, Math.ceil(all.count / MOST_IMAGES));
  const read = async (pixels: Uint8Array) => ({
    asIs: await accuracyOf(classifier, images, pixels),
    normalised: await accuracyOf(classifier, images, normaliseAll(images, pixels)),
  });
  const rows = [];
  for (const { kind, unit, strengths } of distortions) {
    await interruptionPoint(signal, 'Interrupted while robustness was measured; nothing was written.');
    onDistortion(kind);
    const measured = [];
    for (const strength of strengths) {
      const distorted = distortAll(images, (image, index) =>
        distortImage(image, kind, strength, { seed, index }),
      );
      measured.push({ strength, ...(await read(distorted)) });
    }
    rows.push({ kind, unit, strengths: measured });
  }
  return { seed, images: images.count, ...(await read(images.pixels)), rows };
}

function everyNth(images: LabelledImages, step: number): LabelledImages {
  return selectImages(
    images,
    Array.from({ length: Math.ceil(images.count / step) }, (_, index) => index * step),
  );
}

function distortAll(
  { pixels, count, height, width }: LabelledImages,
  distort: (image: { pixels: Uint8Array; height: number; width: number }, index: number) => Uint8Array,
): Uint8Array {
  const size = height * width;
  const distorted = new Uint8Array(pixels.length);
  for (let index = 0; index < count; index++) {
    const image = pixels.subarray(index * size, (index + 1) * size);
    distorted.set(distort({ pixels: image, height, width }, index), index * size);
  }
  return distorted;
}

/** As pictures are read: where no ink is found, nothing is left. */
function normaliseAll(images: LabelledImages, pixels: Uint8Array): Uint8Array {
  return distortAll({ ...images, pixels }, ({ pixels: image, height, width }) => {
    const digit = normalizeDigit(inkFromRgba(image, width, height), { size: height });
    return digit ?? new Uint8Array(height * width);
  });
}

/** A picture without ink has no digit, so that it is never read right. */
async function accuracyOf(
  classifier: Classifier,
  { labels, count, height, width }: LabelledImages,
  pixels: Uint8Array,
): Promise<number> {
  const logits = await classifier.classify({ pixels, count, height, width });
  const answers = argMax(logits, logits.length / count);
  const size = height * width;
  const isBlank = (index: number) =>
    pixels.subarray(index * size, (index + 1) * size).every((value) => value === 0);
  return labels.filter((label, index) => answers[index] === label && !isBlank(index)).length / count;
}
