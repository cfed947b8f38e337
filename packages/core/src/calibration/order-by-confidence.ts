import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireSome } from '../metrics/require-classes.js';
import { requireShare } from '../metrics/require-share.js';

/**
 * @param confidences `[count]`, `0 … 1`
 * @param isRight `[count]`
 * @returns indices of the answers, the least confident first
 * @throws {InvalidArgumentError} when there is no answer, one of them lacks its confidence, or a
 *   confidence is not in `0 … 1`
 */
export function orderByConfidence(confidences: ArrayLike<number>, isRight: ArrayLike<boolean>): Uint32Array {
  if (confidences.length !== isRight.length) {
    throw new InvalidArgumentError({
      argument: 'isRight',
      received: isRight.length,
      message: `Calibration: expected as many confidences as answers (${isRight.length}), got ${confidences.length}.`,
    });
  }
  requireSome('confidences', confidences);
  for (let index = 0; index < confidences.length; index++) {
    const confidence = confidences[index];
    if (!(confidence >= 0 && confidence <= 1)) requireShare(`confidences[${index}]`, confidence);
  }
  return Uint32Array.from(confidences, (_, index) => index).sort((a, b) => confidences[a] - confidences[b]);
}
