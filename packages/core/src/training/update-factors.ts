import type { ResolvedOptimizer } from './resolve-optimizer.js';

/** Numbers of one update, the same for all weights. */
export interface UpdateFactors {
  /** Of Adam the learning rate with the correction of the bias, of momentum the learning rate. */
  readonly rate: number;
  /** Added to the root of Adam's mean square; 0 for momentum. */
  readonly epsilon: number;
  /** Share of a weight that decoupled decay leaves. */
  readonly kept: number;
}

/** The factors of one update after the other, in float64. */
export interface UpdateCounter {
  /** Steps done so far. */
  readonly stepCount: number;
  /** Begins anew behind so many steps. */
  restart(stepCount: number): void;
  /** Those of the next step, as often as it is asked for. */
  next(learningRate: number): UpdateFactors;
  /** That step is done. */
  count(): void;
}

/**
 * What an update takes beside gradients and moments: for those who write a `Learner`.
 *
 * With Adam's running means m and v the change at step t is `rate * m / (sqrt(v) + epsilon)`, with
 * `rate = learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)`. Keras leaves epsilon as it is; PyTorch corrects it,
 * too: `epsilon * sqrt(1 - beta2^t)`.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, the end of section 2.
 *
 * @example
 * import { createUpdateCounter, resolveOptimizer } from '@lenet/core/training';
 *
 * const counter = createUpdateCounter(resolveOptimizer({ kind: 'momentum', weightDecay: 2 }));
 * console.log(counter.next(0.25)); // { rate: 0.25, epsilon: 0, kept: 0.5 }
 */
export function createUpdateCounter(optimizer: ResolvedOptimizer): UpdateCounter {
  const isAdam = optimizer.kind === 'adam';
  // With both at 0 the correction is 1, to the bit.
  const beta1 = isAdam ? optimizer.beta1 : 0;
  const beta2 = isAdam ? optimizer.beta2 : 0;
  const epsilon = isAdam ? optimizer.epsilon : 0;
  const correctsEpsilon = isAdam && optimizer.epsilonPlacement === 'pytorch';
  let stepCount = 0;
  // Powers by multiplication: `Math.pow` is not the same on every engine.
  let beta1Power = 1;
  let beta2Power = 1;

  function count(): void {
    stepCount++;
    beta1Power *= beta1;
    beta2Power *= beta2;
  }

  return {
    get stepCount() {
      return stepCount;
    },
    restart(newCount) {
      stepCount = 0;
      beta1Power = 1;
      beta2Power = 1;
      for (let step = 0; step < newCount; step++) count();
    },
    next(learningRate) {
      const correction = Math.sqrt(1 - beta2Power * beta2);
      return {
        rate: (learningRate * correction) / (1 - beta1Power * beta1),
        epsilon: correctsEpsilon ? epsilon * correction : epsilon,
        kept: 1 - learningRate * optimizer.weightDecay,
      };
    },
    count,
  };
}
