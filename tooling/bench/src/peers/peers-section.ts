// What was measured, as the section of docs/benchmarks.md.
import { markdownTable } from '../markdown-table.ts';
import type { EngineFigures } from './engine-figures.ts';
import type { EpochRace, EpochResult } from './epoch-race.ts';
import { type RecipeResult, recipeName } from './recipe-race.ts';
import { median, sideBySide } from './statistics.ts';
import { task } from './task.ts';

/** Everything that was measured; parts may be missing. */
export interface PeersResult {
  /** What computed, e.g. `Intel Xeon (2 cores), Node 22.23.2, linux x64`. */
  readonly machine: string;
  readonly rounds: number;
  readonly epochs?: EpochRace;
  readonly recipes?: readonly [lenet: RecipeResult, pytorch: RecipeResult];
  readonly engine?: EngineFigures;
}

/** Largest share of PyTorch's time that the whole program may take. */
const RECIPE_GOAL = 0.35;
const MEGABYTE = 1e6;

/** @returns Markdown, without empty lines at its ends */
export function peersSection(result: PeersResult): string {
  const { machine, rounds, epochs, recipes, engine } = result;
  const software = [...new Set(epochs?.results.map((entry) => entry.software) ?? [])]
    .filter((name) => !name.startsWith('Lenet'))
    .join(', ');
  const parts = [
    '## Beside PyTorch, Keras and TensorFlow.js',
    `\`pnpm run bench:peers\` on ${machine}${software && `; ${software}`}.`,
    `All train the network of the LeNet report (44,426 parameters) on the CPU, with the same ${task.imageCount.toLocaleString('en')} images of MNIST, shuffled anew each epoch, batches of ${task.batchSize} and Adam at ${task.learningRate}. They take turns, ${rounds} rounds after a warm-up, each in a process of its own, while the others wait. Times are medians of the rounds; a ratio is the median of the rounds' ratios.`,
  ];
  if (epochs) parts.push(...epochParts(epochs));
  if (recipes) parts.push(`### A whole program: \`${recipeName}\``, recipeText, recipeTable(recipes));
  const figures = figureRows(result);
  if (engine && figures.length > 0) {
    parts.push('### The engine alone', markdownTable([['what', 'measured', 'goal'], ...figures], [1, 2]));
  }
  return parts.join('\n\n');
}

function epochParts(epochs: EpochRace): string[] {
  const { results } = epochs;
  const others = results.filter(({ contestant }) => contestant.network !== undefined);
  const plain = results.filter(
    ({ contestant }) => contestant.augmentation === undefined && contestant.network === undefined,
  );
  const augmented = results.filter(({ contestant }) => contestant.augmentation !== undefined);
  const parts = [
    '### An epoch',
    'Ratios are to PyTorch with its fused Adam on 2 threads.',
    epochTable(plain, results),
    notes(epochs),
  ];
  if (augmented.length > 0) {
    parts.push(
      '### An epoch with augmentation',
      'Lenet engine, strict. Ratios are to the same without augmentation.',
      epochTable(augmented, results),
    );
  }
  if (others.length > 0) {
    parts.push(
      '### An epoch of the other networks',
      'Lenet engine, strict, the generic module. Ratios are to `fit` of native TensorFlow.js with the same network.',
      epochTable(others, results),
    );
  }
  return parts;
}

function epochTable(results: readonly EpochResult[], all: readonly EpochResult[]): string {
  const rows = results.map(({ contestant, seconds, loss }) => {
    const reference = all.find((other) => other.contestant.name === contestant.reference);
    return [
      contestant.title,
      `${contestant.threads}`,
      `${median(seconds).toFixed(2)} s`,
      range(seconds),
      reference ? sideBySide(seconds, reference.seconds).toFixed(2) : '',
      contestant.goal === undefined ? '' : `at most ${contestant.goal.toFixed(2)}`,
      loss.toFixed(3),
    ];
  });
  const header = ['what', 'threads', 'an epoch', 'least to most', 'ratio', 'goal', 'loss'];
  return markdownTable([header, ...rows], [1, 2, 3, 4, 5, 6]);
}

/** What the table does not say. */
function notes({ results, leftOut, othersShare }: EpochRace): string {
  const lines = [
    '- loss: the mean of the last round, to show that all of them learn',
    `- other programs used ${percent(othersShare)} of the cores at most while an epoch was timed`,
    ...results
      .filter(({ contestant }) => contestant.share < 1)
      .map(
        ({ contestant }) =>
          `- ${nameOf(contestant)}: ${percent(contestant.share)} of an epoch each round, its time scaled up; its loss is that of fewer steps`,
      ),
    ...results
      .filter(({ note }) => note !== '')
      .map(
        ({ contestant, note }) => `- ${nameOf(contestant)}: ${note}, the fastest of the ways that were tried`,
      ),
    ...leftOut.map(
      ({ contestant, reason }) => `- ${nameOf(contestant)}: left out. ${reason.replaceAll('\n', ' ')}`,
    ),
  ];
  return lines.join('\n');
}

function nameOf({ title, threads }: EpochResult['contestant']): string {
  return `${title}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

const recipeText =
  'From the start of the process to the evaluated test set, on 2 threads: load MNIST, train 55,000 images with the recipe, evaluate the other 5,000 after each epoch, and the test set at the end. `lenet train` keeps a checkpoint of each epoch in that time too, and goes on to write its model and report; the last columns are of the whole process.';

function recipeTable(recipes: NonNullable<PeersResult['recipes']>): string {
  const [, pytorch] = recipes;
  const rows = recipes.map((recipe) => [
    recipe.title,
    `${median(recipe.seconds).toFixed(2)} s`,
    range(recipe.seconds),
    sideBySide(recipe.seconds, pytorch.seconds).toFixed(2),
    recipe === pytorch ? '' : `at most ${RECIPE_GOAL}`,
    `${(100 * median(recipe.accuracies)).toFixed(2)} %`,
    `${median(recipe.wholeSeconds).toFixed(2)} s`,
    sideBySide(recipe.wholeSeconds, pytorch.wholeSeconds).toFixed(2),
    recipe.peakBytes === undefined ? '' : megabytes(recipe.peakBytes),
  ]);
  const header = [
    'what',
    'to the test accuracy',
    'least to most',
    'ratio',
    'goal',
    'test accuracy',
    'to the end',
    'ratio',
    'peak memory',
  ];
  return markdownTable([header, ...rows], [1, 2, 3, 4, 5, 6, 7, 8]);
}

function figureRows({ epochs, engine }: PeersResult): string[][] {
  if (!engine) return [];
  const { oneImageUs, thousandImagesMs, moduleBytes } = engine;
  const trainings = (epochs?.results ?? []).filter(
    ({ contestant, peakBytes }) => contestant.name === 'strict-2' && peakBytes !== null,
  );
  const bytes = (count: number) => `${count.toLocaleString('en')} bytes`;
  return [
    ['one image, strict, 1 thread', `${oneImageUs.toFixed(1)} µs`, 'at most 25 µs'],
    ['1,000 images, strict, 1 thread', `${thousandImagesMs.toFixed(1)} ms`, 'at most 16 ms'],
    ...trainings.map(({ peakBytes }) => [
      'peak memory of a process that trains, strict, 2 threads',
      megabytes(peakBytes!),
      'at most 300 MB',
    ]),
    ...Object.entries(moduleBytes).map(([name, count]) => [
      `module \`${name}\``,
      bytes(count),
      `at most ${bytes(mostBytes(name))}`,
    ]),
  ];
}

/** As packages/engine/scripts/build-modules.mjs has them. */
function mostBytes(module: string): number {
  if (module.startsWith('generic')) return 48 * 1024;
  return module.startsWith('lenet-forward') ? 4 * 1024 : 16 * 1024;
}

function range(seconds: readonly number[]): string {
  return `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)} s`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
