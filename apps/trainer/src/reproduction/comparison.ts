import { type McnemarTest, mcnemarTest } from '@lenet/core/metrics';
import { textTable } from '../commands/text-table.js';
import type { Reproduction } from './reproduction.js';
import { isWithinSpread, type Spread, spreadOf } from './spread.js';

/** A figure, as published and as it came out here. */
export interface ComparedFigure {
  readonly name: string;
  /** Absent where none was published. */
  readonly published?: number;
  readonly ours: Spread;
  /** Whether the published one could be one more seed; absent where that cannot be told: see `isAsPublished`. */
  readonly isWithin?: boolean;
}

/** Test accuracy and loss of the last epoch, over the seeds. */
export function compareFigures(done: Reproduction): ComparedFigure[] {
  const { experiment, records } = done;
  return (['accuracy', 'loss'] as const).map((name) => {
    const ours = spreadOf(records.map(({ test }) => test[name]));
    const published = experiment.test?.[name];
    const isWithin =
      published === undefined || !isAsPublished(done) ? undefined : isWithinSpread(published, ours);
    return {
      name: `test ${name}`,
      ...(published !== undefined && { published }),
      ours,
      ...(isWithin !== undefined && { isWithin }),
    };
  });
}

/** Whether the figures may be held against the published ones: the same data, and all that was done there. */
export function isAsPublished({ identity, isShortened }: Reproduction): boolean {
  return identity.kind === 'mnist' && !isShortened;
}

/** Network and baseline with the same seed. */
export interface BaselineComparison {
  readonly seed: number;
  readonly accuracy: number;
  readonly baselineAccuracy: number;
  readonly test: McnemarTest;
}

/** The paired test of each seed: on the images that one of the two reads and the other does not. */
export function compareWithBaseline({ records, baseline, test }: Reproduction): BaselineComparison[] {
  return records.flatMap((record) => {
    const other = baseline.find(({ seed }) => seed === record.seed);
    if (!other) return [];
    return [
      {
        seed: record.seed,
        accuracy: record.test.accuracy,
        baselineAccuracy: other.test.accuracy,
        test: mcnemarTest(test.labels, record.predictions, other.predictions),
      },
    ];
  });
}

export const verdict = (isWithin: boolean | undefined) =>
  isWithin === undefined ? '' : isWithin ? 'within our spread' : 'outside of our spread';

export const spreadText = ({ mean, deviation, count }: Spread) =>
  `${mean.toFixed(4)}${count > 1 ? ` ± ${deviation.toFixed(4)}` : ''}`;

export const rangeText = ({ least, most }: Spread) => `${least.toFixed(4)} to ${most.toFixed(4)}`;

/** What the command ends with. */
export function comparisonText(done: Reproduction): string {
  const rows = compareFigures(done).map(({ name, published, ours, isWithin }) => [
    name,
    published?.toFixed(4) ?? 'none',
    spreadText(ours),
    ours.count > 1 ? rangeText(ours) : '',
    verdict(isWithin),
  ]);
  const count = done.records.length;
  const columns = [
    { heading: '' },
    { heading: 'published', align: 'right' },
    { heading: `ours, ${count} ${count === 1 ? 'seed' : 'seeds'}`, align: 'right' },
    { heading: count > 1 ? 'least to most' : '' },
    { heading: '' },
  ] as const;
  const title = done.isShortened
    ? `${done.experiment.title} (shortened: not the published experiment)`
    : done.experiment.title;
  return `${title}\n${done.identity.title}; ${done.backend}\n\n${textTable(columns, rows)}`;
}
