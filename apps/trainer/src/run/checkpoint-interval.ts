import { InvalidArgumentError } from '@lenet/core';

const DEFAULT_SECONDS = 60;

/**
 * How much of a long epoch a kill may lose: `LENET_CHECKPOINT_SECONDS`, or a minute.
 *
 * @returns in seconds
 * @throws {InvalidArgumentError} when the variable is no number above 0
 */
export function checkpointIntervalSeconds(environment: NodeJS.ProcessEnv = process.env): number {
  const text = environment.LENET_CHECKPOINT_SECONDS;
  if (!text) return DEFAULT_SECONDS;
  const seconds = Number(text);
  if (seconds > 0 && seconds < Infinity) return seconds;
  throw new InvalidArgumentError({
    argument: 'LENET_CHECKPOINT_SECONDS',
    received: text,
    message: `Environment variable LENET_CHECKPOINT_SECONDS: expected a number above 0, got "${text}". Leave it out for ${DEFAULT_SECONDS}.`,
  });
}
