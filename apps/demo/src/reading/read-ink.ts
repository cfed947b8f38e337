import { type Classifier, decide } from '@lenet/core';
import { type InkImage, normalizeDigit } from '@lenet/core/images';
import type { ModelManifest } from '@lenet/core/models';
import type { Answer } from './answer';

/**
 * From a drawing to the answer: normalised as the network expects, classified, decided.
 *
 * @param rules the manifest of the weights
 */
export async function readInk(
  ink: InkImage,
  classifier: Classifier,
  rules: Pick<ModelManifest, 'temperature' | 'thresholds'>,
): Promise<Answer> {
  const start = performance.now();
  const [height, width] = classifier.architecture.inputShape;
  const normalised = normalizeDigit(ink);
  const seen = normalised ?? new Uint8Array(height * width);
  const logits = await classifier.classify({ pixels: seen, count: 1, height, width });
  const decision = decide(logits, {
    isBlank: normalised === null,
    ...(rules.temperature !== undefined && { temperature: rules.temperature }),
    ...(rules.thresholds !== undefined && { answerThreshold: rules.thresholds.answer }),
  });
  return { ...decision, seen, milliseconds: performance.now() - start };
}
