// pnpm run record:runs -- [recipe …]
// Trains the recipes that the demo's results page shows, on MNIST (LENET_DATA_DIR), and writes what came
// of each epoch into apps/demo/src/results/recorded-runs.json: numbers only, no image. The split is that of
// `lenet train`: 55,000 to learn, 5,000 held out; the test set is used once, after the last epoch.
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countParameters, findArchitecture, loadMnist, splitImages } from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { findRecipe } from '@lenet/core/training';
import { recordRun } from './record-run.ts';

const HELD_OUT = 5000;
const defaultRecipes = ['dense-baseline', 'lenet-report', 'classic-lenet-5', 'beginner-cnn'];

const folder = process.env.LENET_DATA_DIR;
if (!folder)
  throw new Error('Recorded runs: expected the folder of MNIST in LENET_DATA_DIR, got none. Set it.');
const output = fileURLToPath(
  new URL('../../../../apps/demo/src/results/recorded-runs.json', import.meta.url),
);
const recipes = process.argv.slice(2).filter((argument) => argument !== '--');
const mnist = await loadMnist((name) =>
  readFile(join(folder, name)).catch(() => readFile(join(folder, `${name}.gz`))),
);

for (const name of recipes.length > 0 ? recipes : defaultRecipes) {
  const { settings } = findRecipe(name);
  const architecture = findArchitecture(settings.architecture);
  const [height, width] = architecture.inputShape;
  const { training, heldOut } = splitImages(padImages(mnist.train, height, width), {
    holdOut: HELD_OUT,
    seed: settings.seed,
  });
  const run = await recordRun({
    settings,
    architecture,
    training,
    heldOut,
    test: padImages(mnist.test, height, width),
    onEpoch: (text) => process.stderr.write(`${name} ${text}\n`),
  });
  keep({ recipe: name, architecture: architecture.name, parameters: countParameters(architecture), ...run });
}

/** Puts a run in the place of the earlier one of the same recipe. */
function keep<Run extends { readonly recipe: string }>(run: Run): void {
  const old: { runs: { recipe: string }[] } = readOld();
  const runs = [...old.runs.filter(({ recipe }) => recipe !== run.recipe), run];
  runs.sort((one, other) => order(one.recipe) - order(other.recipe));
  const rows = runs.map((each) => `    ${JSON.stringify(each)}`).join(',\n');
  const attribution =
    'Measured on MNIST, handwritten digits collected by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (CC BY-SA 3.0).';
  writeFileSync(
    output,
    `{\n  "attribution": ${JSON.stringify(attribution)},\n  "runs": [\n${rows}\n  ]\n}\n`,
  );
}

function readOld() {
  try {
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    return { runs: [] };
  }
}

function order(recipe: string): number {
  const place = defaultRecipes.indexOf(recipe);
  return place < 0 ? defaultRecipes.length : place;
}
