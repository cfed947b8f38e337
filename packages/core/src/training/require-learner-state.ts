import type { WeightShape } from '../architecture/layer-shapes.js';
import { requireInteger } from '../errors/require-argument.js';
import type { LearnerState } from './learner.js';
import { requireNamedTensors } from './require-named-tensors.js';
import type { NamedTensor } from './weights.js';

/**
 * Checks the state of an optimizer. For those who write a learner.
 *
 * @param moments what the optimizer remembers of each weight, e.g. `first-moment`
 * @returns the moments weight by weight, in the order of `shapes` and `moments`
 * @throws {InvalidArgumentError} when it is another network's or optimizer's, or its count of steps is none
 * @example
 * import { requireLearnerState } from '@lenet/core/training';
 *
 * const velocity = { name: 'dense/bias/velocity', shape: [1], values: Float32Array.of(0.5) };
 * const shapes = [{ name: 'dense/bias', shape: [1] }];
 * console.log(requireLearnerState({ stepCount: 3, moments: [velocity] }, shapes, ['velocity']).length); // 1
 */
export function requireLearnerState(
  state: LearnerState,
  shapes: readonly WeightShape[],
  moments: readonly string[],
): NamedTensor[] {
  requireInteger('stepCount', state.stepCount, 0, 0xffffffff);
  const expected = shapes.flatMap(({ name, shape }) =>
    moments.map((moment) => ({ name: `${name}/${moment}`, shape })),
  );
  return requireNamedTensors(state.moments, expected, 'architecture or optimizer');
}
