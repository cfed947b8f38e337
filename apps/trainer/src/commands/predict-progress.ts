import type { Decision, LenetError } from '@lenet/core';
import { createLogUpdate } from 'log-update';
import { countedText, countText } from '../report/number-text.js';

const MILLISECONDS_BETWEEN_FRAMES = 100;
/** A rate of a few images says nothing. */
const FEWEST_FOR_RATE = 1000;

/** Counts answers, and tells how it goes. */
export interface PredictProgress {
  /** Files that could not be read, in part or at all. */
  readonly skipped: number;
  add(decisions: readonly Pick<Decision, 'decision'>[]): void;
  /** @param answered images of the file that were answered before. @default 0 */
  tellSkipped(problem: LenetError, answered?: number): void;
  /** Leaves a summary. */
  end(): void;
}

/**
 * @param options.isQuiet without progress and summary; what is skipped is told
 * @param options.stream @default standard error
 * @param options.hasProgress @default where the stream is a terminal and the answers go elsewhere
 * @param options.now in milliseconds. @default performance.now
 */
export function createPredictProgress({
  isQuiet,
  stream = process.stderr,
  hasProgress = stream.isTTY && !process.stdout.isTTY,
  now = () => performance.now(),
}: {
  isQuiet: boolean;
  stream?: NodeJS.WriteStream;
  hasProgress?: boolean;
  now?: () => number;
}): PredictProgress {
  const counts = { read: 0, unsure: 0, blank: 0, skipped: 0 };
  const startedAt = now();
  const update = hasProgress && !isQuiet ? createLogUpdate(stream, { showCursor: true }) : undefined;
  let lastFrameAt = startedAt;
  return {
    get skipped() {
      return counts.skipped;
    },
    add(decisions) {
      counts.read += decisions.length;
      for (const { decision } of decisions) if (decision !== 'digit') counts[decision]++;
      if (!update || now() - lastFrameAt < MILLISECONDS_BETWEEN_FRAMES) return;
      lastFrameAt = now();
      update(summary(counts, now() - startedAt));
    },
    tellSkipped(problem, answered = 0) {
      counts.skipped++;
      update?.clear();
      const rest = answered === 0 ? '' : ` the rest, after ${countedText(answered, 'image')}:`;
      stream.write(`lenet: skipped${rest} ${problem.message}\n`);
    },
    end() {
      update?.clear();
      if (!isQuiet) stream.write(`${summary(counts, now() - startedAt)}\n`);
    },
  };
}

/** `10,000 images read, 12 unsure, 1 blank, 2 files skipped; 1,234 images/s` */
function summary(
  { read, unsure, blank, skipped }: { read: number; unsure: number; blank: number; skipped: number },
  milliseconds: number,
): string {
  const parts = [
    `${countedText(read, 'image')} read`,
    ...(unsure > 0 ? [`${countText(unsure)} unsure`] : []),
    ...(blank > 0 ? [`${countText(blank)} blank`] : []),
    ...(skipped > 0 ? [`${countedText(skipped, 'file')} skipped`] : []),
  ];
  const rate =
    read < FEWEST_FOR_RATE ? '' : `; ${countText(Math.round((read / milliseconds) * 1000))} images/s`;
  return parts.join(', ') + rate;
}
