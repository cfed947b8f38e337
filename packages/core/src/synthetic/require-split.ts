import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { SyntheticSplit } from './draw-digit.js';

/** @throws {InvalidArgumentError} when `split` is neither `training` nor `test` */
export function requireSplit(split: SyntheticSplit): void {
  if (split === 'training' || split === 'test') return;
  throw new InvalidArgumentError({
    argument: 'split',
    received: split,
    message: `Argument "split": expected "training" or "test", got ${JSON.stringify(split)}.`,
  });
}
