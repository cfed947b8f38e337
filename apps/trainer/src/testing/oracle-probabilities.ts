import { createPlainClassifier, softmax } from '@lenet/core';
import type { FileModel } from '../formats/file-model.js';

/** What core computes with a network that another program made, for images that the program computed with, too. */
export async function oracleProbabilities(
  { architecture, weights }: FileModel,
  pixels: readonly number[],
): Promise<Float32Array> {
  const [height, width] = architecture.inputShape;
  const count = pixels.length / (height * width);
  const classifier = createPlainClassifier(architecture, weights);
  const logits = await classifier.classify({ pixels: Uint8Array.from(pixels), count, height, width });
  return softmax(logits, logits.length / count);
}
