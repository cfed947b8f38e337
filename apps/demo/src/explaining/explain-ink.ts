import { argMax, decide, digitScore } from '@lenet/core';
import { type InkImage, normalizeDigit, padImages } from '@lenet/core/images';
import type { EngineClassifier } from '@lenet/engine';
import type { Rules } from '../reading/read-ink';
import type { Explanation } from './messages';

/**
 * From a drawing to all that the network makes of it, layer by layer.
 *
 * @param rules of the manifest of the weights
 */
export async function explainInk(
  ink: InkImage,
  classifier: EngineClassifier,
  rules: Rules,
): Promise<Explanation> {
  const normalised = normalizeDigit(ink);
  const image = fitted(normalised ?? new Uint8Array(28 * 28), classifier.architecture.inputShape);
  const activations = await classifier.activations(image);
  const logits = activations.at(-1)!.values;
  const [explained] = argMax(logits, logits.length);
  const score = rules.digitTest && digitScore(rules.digitTest, activations);
  const decision = decide(logits, {
    isBlank: normalised === null,
    ...(rules.temperature !== undefined && { temperature: rules.temperature }),
    ...(rules.thresholds !== undefined && { answerThreshold: rules.thresholds.answer }),
    ...(score !== undefined && { digitScore: score }),
  });
  const gradient = await classifier.inputGradient(image, explained);
  const isLikeDigit = !(score !== undefined && score < 0);
  return { ...decision, isLikeDigit, seen: image.pixels, activations, gradient, explained };
}

/** LeNet-5 of 1998 takes a border of 2 pixels around the 28x28. */
function fitted(pixels: Uint8Array, [height, width]: readonly [number, number, number]) {
  const image = { pixels, labels: new Uint8Array(1), count: 1, height: 28, width: 28, classCount: 10 };
  return height === 28 && width === 28 ? image : padImages(image, height, width);
}
