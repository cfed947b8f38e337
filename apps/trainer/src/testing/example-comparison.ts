import type { ComparedRun } from '../comparison/compared-run.js';
import { type Comparison, compareRuns } from '../comparison/comparison.js';
import { resolveConfig } from '../run/run-config.js';
import { exampleRunRecord } from './example-run-record.js';

/**
 * A finished run on eight test images of the classes 0 to 7, of which those in `misread` were read as 9.
 *
 * @param settings that were chosen
 */
export function exampleComparedRun(
  path: string,
  misread: readonly number[],
  settings: Parameters<typeof resolveConfig>[0] = {},
): ComparedRun {
  const labels = Uint8Array.from({ length: 8 }, (_, image) => image);
  return {
    path,
    config: resolveConfig({ recipe: 'lenet-report', epochs: 2, ...settings }),
    data: exampleRunRecord.data,
    test: { accuracy: 1 - misread.length / 8, loss: 0.1 + misread.length },
    validation: { accuracy: 0.75, loss: 0.5 },
    epochs: 2,
    seconds: 61,
    history: [
      { epoch: 1, loss: 1, accuracy: 0.5 },
      { epoch: 2, loss: 0.5, accuracy: 0.75 },
    ],
    labels,
    predictions: labels.map((label, image) => (misread.includes(image) ? 9 : label)),
  };
}

/** A sweep of two seeds that read all but one image each, and a run that reads two. */
export function exampleComparison(): Comparison {
  const runs = [
    exampleComparedRun('runs/sweep/seed-1', [0]),
    exampleComparedRun('runs/sweep/seed-2', [1], { seed: 2 }),
    exampleComparedRun('runs/other', [0, 1, 2, 3, 4, 5], { epochs: 3, rotation: 8 }),
  ];
  return compareRuns({ runs, groups: [{ path: 'runs/sweep', runs: [0, 1] }] });
}
