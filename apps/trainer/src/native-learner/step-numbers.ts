import type { ResolvedOptimizer } from '@lenet/core/training';

/** Numbers of an update that differ from step to step, made in float64. */
export interface StepNumbers {
  /** Steps done so far. */
  readonly stepCount: number;
  /** Begins anew behind so many steps. */
  restart(stepCount: number): void;
  /** @returns of the next step: rate, epsilon, and the share of a weight that its decay leaves */
  next(learningRate: number): Float32Array;
  /** That step is done. */
  count(): void;
}

/**
 * Adam's correction of the bias: with running means m and v the change at step t is
 * `rate * m / (sqrt(v) + e)`, with `rate = learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)`, where e is epsilon for
 * Keras and `epsilon * sqrt(1 - beta2^t)` for PyTorch.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, the end of section 2.
 */
export function createStepNumbers(optimizer: ResolvedOptimizer): StepNumbers {
  const isAdam = optimizer.kind === 'adam';
  const beta1 = isAdam ? optimizer.beta1 : 0;
  const beta2 = isAdam ? optimizer.beta2 : 0;
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
      const kept = 1 - learningRate * optimizer.weightDecay;
      if (optimizer.kind === 'momentum') return Float32Array.of(learningRate, 0, kept);
      const correction = Math.sqrt(1 - beta2Power * beta2);
      const rate = (learningRate * correction) / (1 - beta1Power * beta1);
      const { epsilon, epsilonPlacement } = optimizer;
      return Float32Array.of(rate, epsilonPlacement === 'keras' ? epsilon : epsilon * correction, kept);
    },
    count,
  };
}
