// The checkpoints of a run: `last`, the one before it as `previous`, and `best`, the last one of an epoch
// that was the best. Each is whole, so any of them can be gone on from; the newest is.
import { join } from 'node:path';
import { LenetError } from '@lenet/core';
import {
  type Checkpoint,
  CheckpointFormatError,
  decodeCheckpoint,
  encodeCheckpoint,
} from '@lenet/core/training';
import { repeatCommand } from './repeat-command.js';
import type { RunConfig } from './run-config.js';
import type { RunFolder } from './run-folder.js';
import { RunFolderError } from './run-folder-error.js';

const LAST = 'checkpoints/last';
const PREVIOUS = 'checkpoints/previous';
const BEST = 'checkpoints/best';

/** Whatever moment the process is killed at, one of the files is the newest or the one before it. */
export async function writeCheckpoint(
  folder: RunFolder,
  checkpoint: Checkpoint,
  { isBest = false } = {},
): Promise<void> {
  const bytes = encodeCheckpoint(checkpoint);
  if (isBest) await folder.write(BEST, bytes);
  if (folder.has(LAST)) await folder.rename(LAST, PREVIOUS);
  await folder.write(LAST, bytes);
}

/**
 * Reads the newest checkpoint that is whole, and moves a damaged `last` out of the way.
 *
 * @param options.say takes a line for the user, where a damaged file was passed over
 * @returns undefined where the run was stopped before its first checkpoint
 * @throws {RunFolderError} when there are checkpoints and none is whole
 * @throws {CheckpointFormatError} when another release wrote one
 */
export async function readNewestCheckpoint(
  folder: RunFolder,
  { config, say }: { config: RunConfig; say: (line: string) => void },
): Promise<Checkpoint | undefined> {
  const whole: { name: string; checkpoint: Checkpoint }[] = [];
  const damaged: { name: string; error: LenetError }[] = [];
  for (const name of [LAST, PREVIOUS, BEST]) {
    if (!folder.has(name)) continue;
    try {
      const bytes = await folder.read(name);
      whole.push({ name, checkpoint: decodeCheckpoint(bytes, { name: join(folder.path, name) }) });
    } catch (error) {
      const isWhole = error instanceof CheckpointFormatError && !error.isDamaged;
      if (isWhole || !LenetError.isInstance(error)) throw error;
      damaged.push({ name, error });
    }
  }
  if (whole.length === 0 && damaged.length === 0) return undefined;
  if (whole.length === 0) {
    throw new RunFolderError({
      path: folder.path,
      cause: damaged[0].error,
      message: `Run "${folder.path}": none of its checkpoints is whole: ${damaged.map(({ name }) => name).join(', ')}. Bring one back from a copy, or start again with "${repeatCommand(config)}".`,
    });
  }
  const newest = whole.reduce((a, b) => (isNewer(b.checkpoint, a.checkpoint) ? b : a));
  if (damaged.some(({ name }) => name === LAST)) {
    // It must not become the previous one, which is whole.
    await folder.rename(LAST, `${LAST}.damaged`);
    say(
      `Checkpoint "${join(folder.path, LAST)}" is damaged; it is kept as "last.damaged". Going on from "${newest.name}", ${placeText(newest.checkpoint)}.`,
    );
  }
  return newest.checkpoint;
}

function isNewer(a: Checkpoint, b: Checkpoint): boolean {
  const epochs = a.history.length - b.history.length;
  return epochs > 0 || (epochs === 0 && (a.begun?.stepsDone ?? 0) > (b.begun?.stepsDone ?? 0));
}

function placeText({ history, begun }: Checkpoint): string {
  return begun
    ? `after ${begun.stepsDone} steps of epoch ${history.length + 1}`
    : `after epoch ${history.length}`;
}
