import { appendFile, mkdir, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { orOutputError } from '../files/or-output-error.js';
import { encodeEvent, eventStep } from './encode-event.js';
import { frameRecord, readRecords } from './record-frames.js';

/** Messages that are kept back until they are written together. */
const BUFFERED_MESSAGES = 100;

/** The event file of a session, which TensorBoard finds by its name. */
export interface EventFile {
  /** The last step that earlier sessions have left; 0 where there was none. */
  readonly lastStep: number;
  /** @param step optimizer steps done */
  add(step: number, scalars: Readonly<Record<string, number>>): Promise<void>;
  /** Writes what is kept back. */
  flush(): Promise<void>;
}

/**
 * Begins an event file in a folder, which is made where it is missing. What earlier sessions wrote of
 * steps after `doneSteps` is cut off: they are done again. A TensorBoard that has read it already is told.
 *
 * @param options.doneSteps of earlier sessions; 0 for a new run
 * @param options.now milliseconds since 1970
 * @param options.pid tells apart what begins in the same second
 */
export async function openEventFile(
  folder: string,
  options: { doneSteps: number; now: () => number; pid: number },
): Promise<EventFile> {
  const { doneSteps, now, pid } = options;
  await orOutputError(folder, mkdir(folder, { recursive: true }));
  let seconds = Math.floor(now() / 1000);
  let lastStep = 0;
  for (const name of await readdir(folder)) {
    const [, began] = name.match(/^events\.out\.tfevents\.(\d+)\./) ?? [];
    if (began === undefined) continue;
    // Readers take files in the order of their names, and a clock may have been set back.
    seconds = Math.max(seconds, Number(began) + 1);
    lastStep = Math.max(lastStep, await cutAfter(join(folder, name), doneSteps));
  }
  const path = join(folder, `events.out.tfevents.${seconds}.lenet.${pid}`);
  let kept: Uint8Array[] = [];
  const push = (event: Parameters<typeof encodeEvent>[0]) => void kept.push(frameRecord(encodeEvent(event)));
  const wallTime = () => now() / 1000;
  const flush = async () => {
    const bytes = Buffer.concat(kept);
    kept = [];
    if (bytes.length > 0) await orOutputError(path, appendFile(path, bytes));
  };
  push({ wallTime: wallTime(), step: 0, fileVersion: 'brain.Event:2' });
  // Readers drop what they have of this step and later ones.
  if (doneSteps > 0) push({ wallTime: wallTime(), step: doneSteps + 1, isSessionStart: true });
  return {
    lastStep,
    async add(step, scalars) {
      push({ wallTime: wallTime(), step, scalars });
      if (kept.length >= BUFFERED_MESSAGES) await flush();
    },
    flush,
  };
}

/**
 * Keeps the messages up to a step, and cuts off what follows the first later or damaged one.
 *
 * @returns the last step that is kept
 */
async function cutAfter(path: string, step: number): Promise<number> {
  const bytes = await readFile(path);
  let end = 0;
  let lastStep = 0;
  for (const record of readRecords(bytes)) {
    const itsStep = eventStep(record.data);
    if (itsStep === undefined || itsStep > step) break;
    end = record.end;
    lastStep = itsStep;
  }
  if (end < bytes.length) await orOutputError(path, truncate(path, end));
  return lastStep;
}
