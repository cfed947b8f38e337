import { requireInteger } from '../errors/require-argument.js';
import { portablePow } from '../maths/portable-pow.js';
import { portableCos } from '../maths/portable-trigonometry.js';

/** The same rate at every step. */
export interface ConstantSchedule {
  readonly kind: 'constant';
  /** Above 0. */
  readonly rate: number;
}

/** `rate * factor ^ floor(step / everySteps)`: PyTorch's StepLR, called after each step. */
export interface StepSchedule {
  readonly kind: 'step';
  /** Of the first steps, above 0. */
  readonly rate: number;
  /** Steps between two changes, 1 or more. */
  readonly everySteps: number;
  /** What the rate is multiplied by, above 0 and at most 1. @default 0.1 */
  readonly factor?: number;
}

/**
 * Half a cosine from `rate` down to `finalRate`, which is reached after the last step: PyTorch's
 * CosineAnnealingLR with `T_max` the number of all steps.
 *
 * Source: Loshchilov, Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, equation 5.
 */
export interface CosineSchedule {
  readonly kind: 'cosine';
  /** Of the first step, above 0. */
  readonly rate: number;
  /** 0 or more. @default 0 */
  readonly finalRate?: number;
}

/**
 * A warm-up from `startShare * peak` to `peak` by half a cosine, then half a cosine down to 0, which is
 * reached after the last step, so that each step learns something.
 *
 * Source: Smith, Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning
 * Rates", 2018; shape and defaults as in PyTorch's OneCycleLR. Deviation: PyTorch reaches the peak one
 * step early and 0 at the last step itself, which then changes nothing.
 */
export interface OneCycleSchedule {
  readonly kind: 'one-cycle';
  /** Largest rate, above 0. */
  readonly peak: number;
  /** Share of the steps in which the rate rises, from 0 to below 1. @default 0.3 */
  readonly warmUpShare?: number;
  /** First rate as a share of the peak, above 0 and at most 1. @default 0.04 */
  readonly startShare?: number;
}

/** How the learning rate changes over a run, as plain data. */
export type LearningRateSchedule = ConstantSchedule | StepSchedule | CosineSchedule | OneCycleSchedule;

/**
 * The learning rate of a step, with the same bits in every engine.
 *
 * @param step counted from 0 over the whole run, all epochs together
 * @param totalSteps of the whole run; constant and step schedules do not depend on it
 * @throws {InvalidArgumentError} when `step` is not a whole number from 0 to `totalSteps - 1`
 * @example
 * import { learningRateAt } from '@lenet/core/training';
 *
 * const schedule = { kind: 'one-cycle', peak: 4e-3 } as const;
 * console.log([0, 30, 99].map((step) => learningRateAt(schedule, step, 100))); // from 0.00016 to 0.004 to almost 0
 */
export function learningRateAt(schedule: LearningRateSchedule, step: number, totalSteps: number): number {
  requireInteger('totalSteps', totalSteps, 1);
  requireInteger('step', step, 0, totalSteps - 1);
  switch (schedule.kind) {
    case 'constant':
      return schedule.rate;
    case 'step': {
      const { rate, everySteps, factor = 0.1 } = schedule;
      return rate * portablePow(factor, Math.floor(step / everySteps));
    }
    case 'cosine': {
      const { rate, finalRate = 0 } = schedule;
      return halfCosine(rate, finalRate, step / totalSteps);
    }
    case 'one-cycle': {
      const { peak, warmUpShare = 0.3, startShare = 0.04 } = schedule;
      const warmUp = warmUpShare * totalSteps;
      return step < warmUp
        ? halfCosine(startShare * peak, peak, step / warmUp)
        : halfCosine(peak, 0, (step - warmUp) / (totalSteps - warmUp));
    }
  }
}

/** `from` at share 0, `to` at share 1, level at both ends. */
function halfCosine(from: number, to: number, share: number): number {
  const weight = (1 + portableCos(Math.PI * share)) / 2;
  return weight * from + (1 - weight) * to;
}

/** Whether a rate can be told only when the number of all steps is known. */
export function dependsOnTotalSteps({ kind }: LearningRateSchedule): boolean {
  return kind === 'cosine' || kind === 'one-cycle';
}
