import { requirePositive } from '../errors/require-argument.js';
import { argMax } from '../losses/arg-max.js';
import { softmax } from '../losses/softmax.js';

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
 * @param logits one for each class
 * @param options.isBlank whether the picture has no ink. @default false
 * @param options.temperature the logits are divided by it, above 0; the manifest of a model tells it. @default 1
 * @param options.answerThreshold smallest probability at which a digit is answered, `0 … 1`; the manifest
 *   of a model tells it. @default 0
 * @throws {InvalidArgumentError} when the temperature is not above 0
 */
export function decide(
  logits: Float32Array,
  options: { isBlank?: boolean; temperature?: number; answerThreshold?: number } = {},
): Decision {
  const { isBlank = false, temperature = 1, answerThreshold = 0 } = options;
  requirePositive('temperature', temperature);
  const probabilities = Array.from(
    softmax(
      logits.map((logit) => logit / temperature),
      logits.length,
    ),
  );
  const [digit] = argMax(logits, logits.length);
  const probability = probabilities[digit];
  if (isBlank) return { decision: 'blank', digit: null, probability, probabilities };
  const decision = probability < answerThreshold ? 'unsure' : 'digit';
  return { decision, digit, probability, probabilities };
}
