// `lenet data info`: what images there are, where they come from, and how many of each class.
import { countsPerClass } from '@lenet/core';
import type { DataIdentity } from '../data/data-identity.js';
import { describePixels, type PixelStatistics } from '../data/describe-pixels.js';
import type { LoadedData } from '../data/loaded-data.js';
import { countText, percentText } from '../report/number-text.js';
import { loadShownData } from './load-shown-data.js';
import { textTable } from './text-table.js';

/** Options as commander gives them. */
export interface DataInfoCommandOptions {
  data: string;
  seed: number;
  json?: boolean;
}

/** What `lenet data info --json` prints. */
interface DataInfo extends DataIdentity {
  /** Rows and columns of an image, in pixels. */
  readonly height: number;
  readonly width: number;
  readonly pixels: PixelStatistics;
  /** Those of which there are images, or which have a name. */
  readonly perClass: readonly {
    readonly label: number;
    readonly name: string;
    readonly training: number;
    readonly test: number;
  }[];
}

export async function runDataInfoCommand({ data, seed, json }: DataInfoCommandOptions): Promise<void> {
  const info = describeLoaded(await loadShownData({ data, seed, mayDownload: false }));
  process.stdout.write(json ? `${JSON.stringify(info)}\n` : describeForPeople(info));
}

function describeLoaded({ training, test, identity }: LoadedData): DataInfo {
  const [trainingCounts, testCounts] = [countsPerClass(training), countsPerClass(test)];
  const perClass = trainingCounts.map((count, label) => ({
    label,
    name: identity.classes?.[label] ?? String(label),
    training: count,
    test: testCounts[label],
  }));
  return {
    ...identity,
    height: training.height,
    width: training.width,
    pixels: describePixels(training),
    perClass: perClass.filter(
      (row) => row.training + row.test > 0 || identity.classes?.[row.label] !== undefined,
    ),
  };
}

function describeForPeople(info: DataInfo): string {
  const { trainingCount, testCount, height, width, perClass, pixels } = info;
  const facts = {
    Origin: info.origin,
    ...(info.attribution && { Attribution: info.attribution }),
    Images: `${countText(trainingCount)} training, ${countText(testCount)} test; ${height}x${width} pixels, ${perClass.length} classes`,
    Pixels: `mean ${pixels.mean.toFixed(4)}, standard deviation ${pixels.standardDeviation.toFixed(4)} (training; 0 background, 1 full ink)`,
  };
  const nameWidth = Math.max(...Object.keys(facts).map((name) => name.length)) + 1;
  const lines = Object.entries(facts).map(([name, value]) => `${`${name}:`.padEnd(nameWidth)}  ${value}\n`);
  return `${info.title}\n${lines.join('')}\n${classTable(info)}\n${fileTable(info)}`;
}

function classTable({ perClass, classes, trainingCount, testCount }: DataInfo): string {
  const share = (count: number, total: number) => percentText(count / total, 1);
  const rows = perClass.map(({ label, name, training, test }) => [
    ...(classes ? [String(label)] : []),
    name,
    countText(training),
    share(training, trainingCount),
    countText(test),
    share(test, testCount),
  ]);
  const right = { align: 'right' } as const;
  return textTable(
    [
      ...(classes ? [{ heading: 'Label', ...right }] : []),
      { heading: 'Class' },
      { heading: 'Training', ...right },
      { heading: 'Share', ...right },
      { heading: 'Test', ...right },
      { heading: 'Share', ...right },
    ],
    rows,
  );
}

function fileTable({ files }: DataInfo): string {
  return textTable(
    [{ heading: 'File (IDX)' }, { heading: 'Bytes', align: 'right' }, { heading: 'SHA-256' }],
    files.map(({ name, bytes, sha256 }) => [name, countText(bytes), sha256]),
  );
}
