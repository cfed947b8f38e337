import { wilsonInterval } from '../report/wilson-interval.js';
import { type Spread, spreadOf } from '../reproduction/spread.js';
import { RunFolderError } from '../run/run-folder-error.js';
import type { CollectedRuns, RunGroup } from './collect-runs.js';
import { type ComparedPair, comparePairs } from './compare-pairs.js';
import type { ComparedRun } from './compared-run.js';
import { type DifferingSetting, differingSettings } from './differing-settings.js';

/** A sweep, and what its runs came to. */
export interface ComparedGroup extends RunGroup {
  readonly accuracy: Spread;
  readonly loss: Spread;
}

/** Several runs that were tested on the same images, side by side. */
export interface Comparison {
  /** Numbered from 1 where people see them. */
  readonly runs: readonly ComparedRun[];
  readonly groups: readonly ComparedGroup[];
  readonly settings: readonly DifferingSetting[];
  /** Each run with each other, the first of them first. */
  readonly pairs: readonly ComparedPair[];
}

/**
 * @throws {RunFolderError} when there are fewer than two runs, or they were tested on different images
 */
export function compareRuns({ runs, groups }: Pick<CollectedRuns, 'runs' | 'groups'>): Comparison {
  if (runs.length < 2) {
    throw new RunFolderError({
      path: runs[0]?.path ?? '',
      message: `Expected two or more finished runs to compare, got ${runs.length === 1 ? `one, "${runs[0].path}"` : 'none'}. Name their folders, or that of a sweep.`,
    });
  }
  requireSameTest(runs);
  return {
    runs,
    groups: groups.map((group) => {
      const tests = group.runs.map((run) => runs[run].test);
      return {
        ...group,
        accuracy: spreadOf(tests.map(({ accuracy }) => accuracy)),
        loss: spreadOf(tests.map(({ loss }) => loss)),
      };
    }),
    settings: differingSettings(runs.map(({ config }) => config)),
    pairs: comparePairs(runs),
  };
}

/** The interval in which the true accuracy lies with 95 %, as far as chance in the test images goes. */
export function accuracyInterval({ labels, predictions }: ComparedRun): [lower: number, upper: number] {
  const right = labels.reduce((count, label, image) => count + Number(label === predictions[image]), 0);
  return wilsonInterval(right, labels.length);
}

function requireSameTest([first, ...others]: readonly ComparedRun[]): void {
  for (const other of others) {
    if (testDigests(first) === testDigests(other)) continue;
    throw new RunFolderError({
      path: other.path,
      message: `Runs can be compared only where they were tested on the same images: "${first.path}" on ${describe(first)}, "${other.path}" on ${describe(other)}. Test both on the same with "lenet evaluate RUN --data SOURCE", or compare others.`,
    });
  }
}

/** Of its test images: their files, which come behind those of training, and labels in order. */
function testDigests({ data, labels }: ComparedRun): string {
  return JSON.stringify([data.files.slice(2).map(({ sha256 }) => sha256), [...labels]]);
}

function describe({ data }: ComparedRun): string {
  return `${data.testCount.toLocaleString('en')} images of ${data.title} from ${data.origin}`;
}
