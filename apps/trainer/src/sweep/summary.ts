import { textTable } from '../commands/text-table.js';
import { durationText } from '../progress/progress-text.js';
import { spreadOf } from '../reproduction/spread.js';
import { openRunFolder } from '../run/run-folder.js';
import { isFinished, type SweepConfig, type SweepRun, seedFolder } from './sweep-folder.js';

/**
 * Of the sweep's runs those that are finished, whichever shard made them.
 *
 * @throws {RunFolderError} when the result of one is damaged
 */
export async function readFinishedRuns(path: string, { seeds }: SweepConfig): Promise<SweepRun[]> {
  const finished = seeds.filter((seed) => isFinished(path, seed));
  return Promise.all(
    finished.map(async (seed) => {
      const { test, seconds } = await openRunFolder(seedFolder(path, seed)).readJson<Omit<SweepRun, 'seed'>>(
        'metrics.json',
        { test: 'object', seconds: 'number' },
      );
      return { seed, test, seconds };
    }),
  );
}

/** What `sweep.json` holds, and `--json` ends with. */
export function summarizeSweep(path: string, { seeds }: SweepConfig, runs: readonly SweepRun[]) {
  return {
    sweep: path,
    seeds: seeds.length,
    finished: runs.length,
    runs,
    ...(runs.length > 0 && {
      accuracy: spreadOf(runs.map(({ test }) => test.accuracy)),
      loss: spreadOf(runs.map(({ test }) => test.loss)),
    }),
  };
}

export function sweepCsv(runs: readonly SweepRun[]): string {
  const rows = runs.map(({ seed, test, seconds }) => [seed, test.accuracy, test.loss, seconds].join(','));
  return `${['seed,test_accuracy,test_loss,seconds', ...rows].join('\n')}\n`;
}

/** A row for each seed, and mean and standard deviation below. */
export function sweepText(path: string, { seeds }: SweepConfig, runs: readonly SweepRun[]): string {
  const lines = runs.length > 0 ? [sweepTable(runs)] : [];
  if (runs.length > 1) lines.push(`${spreadText(runs)}\n`);
  const missing = seeds.length - runs.length;
  if (missing > 0) lines.push(`Not finished yet: ${missing} of ${seeds.length} seeds.`);
  return [...lines, `Sweep: ${path}`].join('\n');
}

function sweepTable(runs: readonly SweepRun[]): string {
  const columns = [
    { heading: 'Seed', align: 'right' },
    { heading: 'Test accuracy', align: 'right' },
    { heading: 'Test loss', align: 'right' },
    { heading: 'Time', align: 'right' },
  ] as const;
  const rows = runs.map(({ seed, test, seconds }) => [
    String(seed),
    test.accuracy.toFixed(4),
    test.loss.toFixed(4),
    durationText(seconds),
  ]);
  return textTable(columns, rows);
}

function spreadText(runs: readonly SweepRun[]): string {
  const spreadOfTest = (name: 'accuracy' | 'loss') => {
    const { mean, deviation } = spreadOf(runs.map(({ test }) => test[name]));
    return `${name} ${mean.toFixed(4)} ± ${deviation.toFixed(4)}`;
  };
  return `Mean ± standard deviation of ${runs.length} seeds: ${spreadOfTest('accuracy')}, ${spreadOfTest('loss')}`;
}
