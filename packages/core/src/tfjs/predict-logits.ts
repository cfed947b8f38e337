import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '../architecture/architecture.js';
import type { ClassifierImages } from '../classification/classifier.js';
import { requireImages } from '../classification/require-images.js';
import { createTurns } from '../training/create-turns.js';
import { imageBatch } from './image-batch.js';
import { forward, type WeightTensors } from './network.js';

/** Large enough to be fast, small enough for a few megabytes of feature maps. */
const BATCH_SIZE = 256;

/**
 * Logits of all images, batch by batch, with turns of the event loop between them. Frees all it makes.
 *
 * @returns float32 `[images.count, classes]`, row-major
 * @throws {InvalidArgumentError} when the images are not grey images of the size that the network takes
 */
export async function predictLogits(
  architecture: Architecture,
  images: ClassifierImages,
  weights: WeightTensors,
): Promise<Float32Array> {
  requireImages(images, architecture);
  const parts: Float32Array[] = [];
  const giveTurn = createTurns();
  for (let start = 0; start < images.count; start += BATCH_SIZE) {
    if (start > 0) await giveTurn();
    const length = Math.min(BATCH_SIZE, images.count - start);
    const indices = Uint32Array.from({ length }, (_, position) => start + position);
    const logits = tf.tidy(() => forward(architecture, imageBatch(images, indices), weights).at(-1)!);
    parts.push((await logits.data()) as Float32Array);
    logits.dispose();
  }
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
