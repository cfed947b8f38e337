// Synthetic digits beside the training images, as a pool of which each epoch takes others.
import { type Architecture, createLabelledImages, type LabelledImages } from '@lenet/core';
import { fitImages } from '../images/fit-images.js';
import { DataError } from './data-error.js';
import type { DataIdentity } from './data-identity.js';
import { identifyAsIdx } from './identify-as-idx.js';
import { generateInChunks, generatorName } from './synthetic-data.js';

/** No synthetic digit comes again before so many epochs are over; with augmentation none ever does. */
const POOL_EPOCHS = 8;

/** Training images with a pool behind them, as `train` takes them. */
export interface MixedImages {
  readonly training: LabelledImages;
  readonly pool?: { readonly count: number; readonly perEpoch: number };
  readonly identity: DataIdentity;
}

/**
 * Adds synthetic digits to training images. To those that are synthetic already none are added.
 *
 * @param perEpoch digits that each epoch takes; 0: none
 * @throws {DataError} when the images are not of the ten digits
 * @throws the reason of the signal, when it is aborted
 */
export async function mixSynthetic(
  images: { training: LabelledImages; identity: DataIdentity },
  options: { perEpoch: number; seed: number; architecture: Architecture; signal: AbortSignal },
): Promise<MixedImages> {
  const { training, identity } = images;
  const { perEpoch, seed, architecture, signal } = options;
  if (perEpoch === 0 || identity.kind === 'synthetic') return images;
  if (identity.classes || training.classCount !== 10) {
    throw new DataError({
      subject: 'Option --synthetic-images',
      reason: `expected images of the digits 0 to 9, got ${identity.classes ? `the classes ${identity.classes.slice(0, 3).join(', ')} ...` : `${training.classCount} classes`} in ${identity.title}`,
      remedy: 'Use --synthetic-images 0, or another recipe.',
    });
  }
  const count = perEpoch * POOL_EPOCHS;
  const generated = await generateInChunks(count, seed, 'training', signal);
  const { pixels } = fitImages(architecture, generated);
  const mixed = {
    pixels: joined(training.pixels, pixels),
    labels: joined(training.labels, generated.labels),
    height: training.height,
    width: training.width,
  };
  return {
    training: createLabelledImages(mixed),
    pool: { count, perEpoch },
    identity: {
      ...identity,
      mixture: {
        perEpoch,
        count,
        origin: generatorName(seed),
        files: identifyAsIdx(generated, 'synthetic-training-images', 'synthetic-training-labels'),
      },
    },
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
