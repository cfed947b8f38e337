// Whole programs of the recipe fast-99, from the start of the process to the evaluated test set.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRecipe } from '@lenet/core/training';
import { pythonEnvironment, pythonScript } from './contestants.ts';
import { othersText } from './epoch-race.ts';
import { timeInQuiet } from './quiet-machine.ts';
import { timeProgram } from './time-program.ts';

export const recipeName = 'fast-99';
const threads = 2;
const lenet = fileURLToPath(new URL('../../../../apps/trainer/dist/bin.js', import.meta.url));

/** What was measured of a program. */
export interface RecipeResult {
  readonly title: string;
  /** From the start of the process to the evaluated test set, for each round. */
  readonly seconds: number[];
  /** To its end: Lenet's writes a report. */
  readonly wholeSeconds: number[];
  /** Of the test set, for each round. */
  readonly accuracies: number[];
  /** Most memory that the process held at once; undefined where the system does not tell. */
  peakBytes?: number;
}

/**
 * Runs `lenet train`, which writes its whole run folder and report too, and the PyTorch program in turn.
 *
 * @returns that of Lenet, then that of PyTorch
 * @throws Error when one of them fails
 */
export async function raceRecipes(fields: {
  rounds: number;
  python: string;
  report: (line: string) => void;
}): Promise<[lenet: RecipeResult, pytorch: RecipeResult]> {
  const { rounds, python, report } = fields;
  const folder = mkdtempSync(join(tmpdir(), 'bench-peers-'));
  const train = ['train', '--recipe', recipeName, '--data', 'mnist', '--backend', 'engine'];
  const output = ['--threads', `${threads}`, '--out', folder, '--quiet'];
  const settings = JSON.stringify(findRecipe(recipeName).settings);
  const programs = [
    {
      result: { title: '`lenet train`', seconds: [], wholeSeconds: [], accuracies: [] } as RecipeResult,
      program: process.execPath,
      environment: {},
      args: [lenet, ...train, ...output],
    },
    {
      result: { title: 'PyTorch, fused Adam', seconds: [], wholeSeconds: [], accuracies: [] } as RecipeResult,
      program: python,
      environment: pythonEnvironment(threads),
      args: [pythonScript('torch-recipe'), settings, `${threads}`],
    },
  ];
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const { result, program, environment, args } of programs) {
        const { value: run, othersShare } = await timeInQuiet(async () => {
          const timed = await timeProgram(program, args, environment);
          return { value: timed, cpuSeconds: timed.cpuSeconds };
        });
        const accuracy = accuracyIn(run.output);
        result.seconds.push(run.answerSeconds);
        result.wholeSeconds.push(run.seconds);
        result.accuracies.push(accuracy);
        if (run.peakBytes !== undefined) {
          result.peakBytes = Math.max(result.peakBytes ?? 0, run.peakBytes);
        }
        report(
          `round ${round} of ${rounds}: ${recipeName}, ${result.title} ${run.answerSeconds.toFixed(2)} s, test accuracy ${accuracy}${othersText(othersShare)}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [programs[0].result, programs[1].result];
}

/** The first that both print is the accuracy on the test set, each in its way. */
function accuracyIn(output: string): number {
  const found = /(?:Test accuracy: |"accuracy": )([\d.]+)/.exec(output);
  if (!found) throw new Error(`Expected an accuracy on the test set, got: ${output.slice(0, 200)}`);
  return Number(found[1]);
}
