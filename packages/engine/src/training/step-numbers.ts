import type { ResolvedOptimizer } from '@lenet/core/training';

/**
 * The numbers that the update of the weights needs, made in float64 for each step: Adam's bias correction
 * for the kernels in assembly/update-rules.ts, which draws where each lies.
 */
export interface StepNumbers {
  /** Steps done so far. */
  readonly stepCount: number;
  /** Begins anew behind so many steps. */
  restart(stepCount: number): void;
  /**
   * Writes the numbers of the next step.
   *
   * @param request float32, the request in memory, from its start on
   */
  write(request: Float32Array, imageCount: number, learningRate: number): void;
  /** The step that was written is done. */
  count(): void;
}

export function createStepNumbers(optimizer: ResolvedOptimizer): StepNumbers {
  const { weightDecay, gradientClipNorm } = optimizer;
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
    count,
    write(request, imageCount, learningRate) {
      request[1] = 1 / imageCount;
      request[2] = 1 - learningRate * weightDecay;
      request[7] = gradientClipNorm;
      if (optimizer.kind === 'adam') {
        const { epsilon, epsilonPlacement } = optimizer;
        const correction = Math.sqrt(1 - beta2Power * beta2);
        request[3] = (learningRate * correction) / (1 - beta1Power * beta1);
        request[4] = 1 - beta1;
        request[5] = 1 - beta2;
        request[6] = epsilonPlacement === 'keras' ? epsilon : epsilon * correction;
      } else {
        request[3] = learningRate;
        request[4] = optimizer.momentum;
      }
    },
  };
}
