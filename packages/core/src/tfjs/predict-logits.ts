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
  return (await predictLastLayers(architecture, images, weights, 1))[0];
}

/**
 * What the last layers make of all images, as `predictLogits`.
 *
 * @param layerCount of them; the logits are the last
 * @returns for each, float32 `[images.count, size of the layer]`, row-major
 * @throws {InvalidArgumentError} when the images are not grey images of the size that the network takes
 */
export async function predictLastLayers(
  architecture: Architecture,
  images: ClassifierImages,
  weights: WeightTensors,
  layerCount: number,
): Promise<Float32Array[]> {
  requireImages(images, architecture);
  const parts = Array.from({ length: layerCount }, (): Float32Array[] => []);
  const giveTurn = createTurns();
  for (let start = 0; start < images.count; start += BATCH_SIZE) {
    if (start > 0) await giveTurn();
    const length = Math.min(BATCH_SIZE, images.count - start);
    const indices = Uint32Array.from({ length }, (_, position) => start + position);
    const outputs = tf.tidy(() =>
      forward(architecture, imageBatch(images, indices), weights).slice(-layerCount),
    );
    try {
      // A layer that changes nothing gives the tensor of the one before.
      for (const [layer, output] of outputs.entries()) {
        parts[layer].push(((await output.data()) as Float32Array).slice());
      }
    } finally {
      tf.dispose(outputs);
    }
  }
  return parts.map(join);
}

function join(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
