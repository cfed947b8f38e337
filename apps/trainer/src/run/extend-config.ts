import type { EndReason } from '@lenet/core/training';
import { durationArgument } from '../settings/options/setting-parsers.js';
import type { RunConfig } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

/** Why a run ended; `undefined` when it is not finished. */
export async function readEnd(folder: RunFolder): Promise<EndReason | undefined> {
  if (!folder.has('metrics.json')) return undefined;
  const { ended = 'completed' } = await folder.readJson<{ ended?: EndReason }>('metrics.json', {});
  return ended;
}

/**
 * The settings that a run goes on with.
 *
 * @param path of the run, for the errors
 * @param end of a finished run
 * @returns `started` itself where nothing is changed
 * @throws {RunFolderError} when there is nothing to do, or something done would be taken back
 */
export function extendConfig(
  path: string,
  started: RunConfig,
  options: { epochs?: number; timeLimit?: number | 'none' },
  end: EndReason | undefined,
): RunConfig {
  const { epochs = started.epochs, timeLimit } = options;
  const { timeLimitSeconds: limit = Infinity, ...unlimited } = started;
  const newLimit = timeLimit === 'none' ? Infinity : (timeLimit ?? limit);
  const fail = (message: string) => new RunFolderError({ path, message: `Run "${path}" ${message}` });
  if (epochs < started.epochs) {
    throw fail(
      `was started with ${started.epochs} epochs: expected a larger number, got --epochs ${epochs}. Epochs cannot be taken back; start a new run with "lenet train".`,
    );
  }
  if (end !== undefined && newLimit < limit) {
    throw fail(
      `was started with ${limit === Infinity ? 'no time limit' : `--time-limit ${durationArgument(limit)}`}: expected more, got --time-limit ${durationArgument(newLimit)}. Give a longer time, or none.`,
    );
  }
  if (end === 'early-stopping') {
    throw fail(
      'is finished: validation no longer got better. To train on, start a new run with a larger --patience.',
    );
  }
  if (end === 'time-limit' && newLimit === limit) {
    throw fail(
      `is finished: its time limit of ${durationArgument(limit)} is over. Train on with --time-limit and a longer time, or none.`,
    );
  }
  if (end === 'completed' && epochs === started.epochs) {
    throw fail(
      `is finished: all ${started.epochs} epochs are done. Train on with --epochs and a larger number, or start a new run with "lenet train".`,
    );
  }
  if (epochs === started.epochs && newLimit === limit) return started;
  return { ...unlimited, epochs, ...(newLimit !== Infinity && { timeLimitSeconds: newLimit }) };
}
