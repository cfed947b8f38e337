import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { LayerActivation } from './classifier.js';

/**
 * Tells digits from what is none: a sum over what one layer of the network makes of the image, and the largest
 * logit. The manifest of a model may have one, fitted to its weights.
 */
export interface DigitTest {
  /** Name of the layer: that before the last. */
  readonly layer: string;
  /** One for each of the layer's values. */
  readonly weights: readonly number[];
  /** Of the largest logit. */
  readonly logitWeight: number;
  readonly bias: number;
}

/**
 * How much an image looks like a digit, for `decide`: 0 or more for digits.
 *
 * @param activations what each layer makes of the image, the logits last: `activations` of a classifier
 * @throws {InvalidArgumentError} when the layer is not among them, or has another number of values
 * @example
 * import { digitScore } from '@lenet/core';
 *
 * const test = { layer: 'dense', weights: [2, -1], logitWeight: 0, bias: -1 };
 * const activations = [
 *   { layer: 'dense', shape: [2], values: Float32Array.of(3, 1) },
 *   { layer: 'dense_1', shape: [2], values: Float32Array.of(0, 0) },
 * ];
 * console.log(digitScore(test, activations)); // 4: 2 * 3 - 1 - 1
 */
export function digitScore(
  { layer, weights, logitWeight, bias }: DigitTest,
  activations: readonly LayerActivation[],
): number {
  const values = activations.find((activation) => activation.layer === layer)?.values;
  if (values?.length !== weights.length) {
    throw new InvalidArgumentError({
      argument: 'activations',
      received: values?.length,
      message: `Digit test: expected ${weights.length} values of the layer "${layer}", got ${values?.length ?? 'no such layer'}. It belongs to another network.`,
    });
  }
  const most = activations[activations.length - 1].values.reduce((a, b) => Math.max(a, b));
  return weights.reduce((sum, weight, index) => sum + weight * values[index], bias + logitWeight * most);
}
