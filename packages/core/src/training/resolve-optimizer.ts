import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requirePositive } from '../errors/require-argument.js';
import type { AdamOptions, MomentumOptions, OptimizerOptions } from './optimizer.js';

/** The options of an optimizer with nothing left out; no limit of the gradients is `Infinity`. */
export type ResolvedOptimizer = Required<AdamOptions> | Required<MomentumOptions>;

/**
 * Fills in the defaults.
 *
 * @throws {InvalidArgumentError} when an option is out of range
 * @example
 * import { resolveOptimizer } from '@lenet/core/training';
 *
 * console.log(resolveOptimizer({ kind: 'momentum' })); // momentum 0.9, no decay, no limit
 */
export function resolveOptimizer(options: OptimizerOptions = { kind: 'adam' }): ResolvedOptimizer {
  const { weightDecay = 0, gradientClipNorm = Infinity } = options;
  if (!(weightDecay >= 0 && weightDecay < Infinity)) {
    throw outOfRange('weightDecay', 'a number of 0 or more', weightDecay);
  }
  if (gradientClipNorm !== Infinity) requirePositive('gradientClipNorm', gradientClipNorm);
  const common = { weightDecay, gradientClipNorm };
  if (options.kind === 'momentum') {
    const { kind, momentum = 0.9 } = options;
    requireShare('momentum', momentum);
    return { kind, momentum, ...common };
  }
  if (options.kind !== 'adam') {
    const { kind } = options as { kind?: unknown };
    throw outOfRange('optimizer.kind', '"adam" or "momentum"', kind);
  }
  const { kind, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7, epsilonPlacement = 'keras' } = options;
  requireShare('beta1', beta1);
  requireShare('beta2', beta2);
  requirePositive('epsilon', epsilon);
  if (epsilonPlacement !== 'keras' && epsilonPlacement !== 'pytorch') {
    throw outOfRange('epsilonPlacement', '"keras" or "pytorch"', epsilonPlacement);
  }
  return { kind, beta1, beta2, epsilon, epsilonPlacement, ...common };
}

function requireShare(argument: string, value: number): void {
  if (!(value >= 0 && value < 1)) throw outOfRange(argument, 'a number from 0 to below 1', value);
}

function outOfRange(argument: string, expected: string, received: unknown): InvalidArgumentError {
  const text = typeof received === 'string' ? JSON.stringify(received) : String(received);
  return new InvalidArgumentError({
    argument,
    received,
    message: `Argument "${argument}": expected ${expected}, got ${text}.`,
  });
}
