import { expect, test } from 'vitest';
import { exampleComparedRun, exampleComparison } from '../testing/example-comparison.js';
import { compareRuns } from './comparison.js';
import { comparisonText } from './comparison-text.js';

const pathsOf = (count: number) => Array.from({ length: count }, (_, run) => `runs/${run + 1}`);

test('accuracies, sweeps, settings and tests of all pairs, one below the other', () => {
  // Of 1 and 3, the first reads five images more: p = 2 / 2^5, and 3 times that for three tests. Of 1 and 2 each reads
  // one that the other does not: p = 1. The deviation of two equal accuracies is 0.
  expect(comparisonText(exampleComparison(), 100)).toBe(`\
Run  Folder             Validation  Test accuracy     95 % interval  Test loss  Epochs        Time
───  ─────────────────  ──────────  ─────────────  ────────────────  ─────────  ──────  ──────────
  1  runs/sweep/seed-1      0.7500         0.8750  0.5291 to 0.9776     1.1000       2  1 min 01 s
  2  runs/sweep/seed-2      0.7500         0.8750  0.5291 to 0.9776     1.1000       2  1 min 01 s
  3  runs/other             0.7500         0.2500  0.0715 to 0.5907     6.1000       2  1 min 01 s

Sweep runs/sweep (runs 1, 2): accuracy 0.8750 ± 0.0000, loss 1.1000 ± 0.0000

Setting                          1     2  3
────────────────────────────  ────  ────  ─
epochs                           2     2  3
seed                             1     2  1
augmentation.rotationDegrees  none  none  8

Runs  Only the first right  Only the second right       p  p, corrected
────  ────────────────────  ─────────────────────  ──────  ────────────
1, 2                     1                      1  1.0000        1.0000
1, 3                     5                      0  0.0625        0.1875
2, 3                     5                      0  0.0625        0.1875

McNemar's exact test, two-sided, on 8 test images of MNIST, corrected by Holm for 3 tests at once:
with p below 0.05 the two networks differ by more than chance in these images. Of other seeds of the
same settings it says nothing; compare sweeps for that.
`);
});

test('in a narrow terminal the folders stand above the table, and settings in several', () => {
  const text = comparisonText(exampleComparison(), 40);
  expect(text).toMatch(/^1 {2}runs\/sweep\/seed-1\n2 {2}runs\/sweep\/seed-2\n3 {2}runs\/other\n\nRun {2}Val/);
  expect(text.match(/^Setting .*$/gm)).toEqual([
    'Setting                          1     2',
    'Setting                       3',
  ]);
});

test('of more than eight runs the table has the pairs with the best', () => {
  const runs = pathsOf(9).map((path, run) => exampleComparedRun(path, run === 4 ? [] : [0]));
  const text = comparisonText(compareRuns({ runs, groups: [] }), 200);
  expect(text.match(/^\d, \d/gm)).toEqual(['1, 5', '2, 5', '3, 5', '4, 5', '5, 6', '5, 7', '5, 8', '5, 9']);
  expect(text).toContain('The pairs with the best run; all 36 are in --json and in compare.json of --out.');
  expect(text).toContain('All settings are the same.\n');
});

test('two runs need no correction', () => {
  const runs = pathsOf(2).map((path) => exampleComparedRun(path, []));
  expect(comparisonText(compareRuns({ runs, groups: [] }), 100)).not.toContain('Holm');
});

test.each([
  [0, 'none'],
  [1, 'one, "runs/1"'],
])('%i runs cannot be compared', (count, got) => {
  const runs = pathsOf(count).map((path) => exampleComparedRun(path, []));
  expect(() => compareRuns({ runs, groups: [] })).toThrow(
    `Expected two or more finished runs to compare, got ${got}. Name their folders, or that of a sweep.`,
  );
});

test('runs on other test images cannot be compared', () => {
  const first = exampleComparedRun('runs/1', []);
  const other = exampleComparedRun('runs/2', []);
  const files = other.data.files.map((file) => ({ ...file, sha256: '0'.repeat(64) }));
  const data = { ...other.data, title: 'Fashion', origin: '/fashion', files };
  expect(() => compareRuns({ runs: [first, { ...other, data }], groups: [] })).toThrow(
    'Runs can be compared only where they were tested on the same images: "runs/1" on 8 images of MNIST from /somewhere/else, "runs/2" on 8 images of Fashion from /fashion. Test both on the same with "lenet evaluate RUN --data SOURCE", or compare others.',
  );
});
