import { argMax } from '../losses/arg-max.js';
import { softmax } from '../losses/softmax.js';
import { requireNumbers } from '../metrics/require-numbers.js';
import { requireShare } from '../metrics/require-share.js';

/** What is made of one picture. */
export interface Decision {
  /**
   * - `digit`: this digit it is
   * - `unsure`: the best guess is not good enough
   * - `blank`: there is nothing to read
   */
  readonly decision: 'digit' | 'unsure' | 'blank';
  /** The most probable class; null when blank. */
  readonly digit: number | null;
  /** Of the most probable class, `0 … 1`. */
  readonly probability: number;
  /** Of each class; those of a blank picture are what the network makes of an empty image. */
  readonly probabilities: readonly number[];
}

/**
 * Turns the logits of one image into an answer.
 *
 * @param logits one for each class, finite, `1 … 256` of them
 * @param options.isBlank whether the picture has no ink. @default false
 * @param options.temperature the logits are divided by it, above 0; the manifest of a model tells it,
 *   `fitTemperature` finds it. @default 1
 * @param options.answerThreshold smallest probability at which a digit is answered, `0 … 1`; the manifest
 *   of a model tells it, `chooseAnswerThreshold` finds it. @default 0
 * @param options.digitScore how much the picture looks like a digit: below 0 it is answered with "unsure";
 *   `classifyWithTest` tells it where the manifest of a model has a test. @default 0
 * @throws {InvalidArgumentError} when a logit is not finite, the temperature is not above 0, or the
 *   threshold is not in `0 … 1`, or the score is not finite
 * @example
 * import { decide } from '@lenet/core';
 *
 * const logits = Float32Array.of(0, 5, 1);
 * console.log(decide(logits).digit); // 1
 * console.log(decide(logits, { answerThreshold: 0.99 }).decision); // 'unsure'
 * console.log(decide(logits, { isBlank: true }).digit); // null
 */
export function decide(
  logits: Float32Array,
  options: { isBlank?: boolean; temperature?: number; answerThreshold?: number; digitScore?: number } = {},
): Decision {
  const { isBlank = false, temperature = 1, answerThreshold = 0, digitScore = 0 } = options;
  requireNumbers('logits', logits);
  requireShare('answerThreshold', answerThreshold);
  requireNumbers('digitScore', [digitScore]);
  const probabilities = Array.from(softmax(logits, logits.length, { temperature }));
  const [digit] = argMax(logits, logits.length);
  const probability = probabilities[digit];
  if (isBlank) return { decision: 'blank', digit: null, probability, probabilities };
  const decision = probability < answerThreshold || digitScore < 0 ? 'unsure' : 'digit';
  return { decision, digit, probability, probabilities };
}
