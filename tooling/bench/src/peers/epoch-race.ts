import { type RunningContestant, startContestant } from './contestant-process.ts';
import { type Contestant, commandOf, stepsOf } from './contestants.ts';
import { timeInQuiet } from './quiet-machine.ts';
import { stepsPerEpoch } from './task.ts';

/** What was measured of a contestant. */
export interface EpochResult {
  readonly contestant: Contestant;
  readonly software: string;
  readonly note: string;
  /** Of a whole epoch, for each round. */
  readonly seconds: readonly number[];
  /** Mean of the last round's steps. */
  readonly loss: number;
  /** Most memory that the process held at once; null where the system does not tell. */
  readonly peakBytes: number | null;
}

/** A contestant that did not start. */
export interface LeftOut {
  readonly contestant: Contestant;
  readonly reason: string;
}

/** What came of a race. */
export interface EpochRace {
  readonly results: readonly EpochResult[];
  readonly leftOut: readonly LeftOut[];
  /** Largest share of the cores that other programs used while something was timed. */
  readonly othersShare: number;
}

/**
 * Starts all contestants, one after the other, and then lets them train in turn, so that what else happens
 * on the machine meets all of them.
 *
 * @throws Error when one that is not optional does not start, or any does not answer
 */
export async function raceEpochs(fields: {
  contestants: readonly Contestant[];
  rounds: number;
  isQuick: boolean;
  python: string;
  report: (line: string) => void;
}): Promise<EpochRace> {
  const { rounds, isQuick, python, report } = fields;
  const entries: { contestant: Contestant; running: RunningContestant; result: MutableResult }[] = [];
  const leftOut: LeftOut[] = [];
  let largestShare = 0;
  try {
    for (const contestant of fields.contestants) {
      report(`${contestant.name} prepares ...`);
      try {
        const running = await startContestant(commandOf(contestant, stepsOf(contestant, isQuick), python));
        const { software, note } = running;
        const result = { contestant, software, note, seconds: [], loss: Number.NaN, peakBytes: null };
        entries.push({ contestant, running, result });
      } catch (error) {
        if (!contestant.isOptional) throw error;
        leftOut.push({ contestant, reason: (error as Error).message });
        report((error as Error).message);
      }
    }
    for (let round = 1; round <= rounds; round++) {
      for (const { contestant, running, result } of entries) {
        const { value, othersShare } = await timeInQuiet(async () => {
          const answer = await running.trainEpoch();
          return { value: answer, cpuSeconds: answer.cpuSeconds };
        });
        const { seconds, loss, peakBytes } = value;
        largestShare = Math.max(largestShare, othersShare);
        const scaled = (seconds * stepsPerEpoch) / stepsOf(contestant, isQuick);
        result.seconds.push(scaled);
        Object.assign(result, { loss, peakBytes });
        report(
          `round ${round} of ${rounds}: ${contestant.name} ${scaled.toFixed(2)} s an epoch${othersText(othersShare)}`,
        );
      }
    }
  } finally {
    await Promise.all(entries.map(({ running }) => running.end()));
  }
  return { results: entries.map(({ result }) => result), leftOut, othersShare: largestShare };
}

/** For the progress: nothing where nothing else ran. */
export function othersText(share: number): string {
  return share < 0.01 ? '' : `; other programs used ${Math.round(100 * share)} % of the cores`;
}

interface MutableResult extends EpochResult {
  readonly seconds: number[];
}
