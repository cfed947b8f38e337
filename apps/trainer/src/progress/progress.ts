import type { TrainingEvent } from '@lenet/core/training';
import { createPlainProgress } from './plain-progress.js';
import { createTerminalProgress } from './terminal-progress.js';

/** Shows a training run while it goes on. */
export interface Progress {
  /** Takes every event, in order. */
  show(event: TrainingEvent): void;
  /** A line for the user, also where progress is not shown. */
  note(line: string): void;
  /** Leaves the terminal as it should be, also after an error. */
  close(): void;
}

/** A bar where standard error is a terminal, plain lines where it is not, nothing when quiet. */
export function createProgress(options: { quiet: boolean; stream?: NodeJS.WriteStream }): Progress {
  const { quiet, stream = process.stderr } = options;
  if (quiet) return { show: () => {}, note: (line) => void stream.write(`${line}\n`), close: () => {} };
  return stream.isTTY ? createTerminalProgress(stream) : createPlainProgress(stream);
}
