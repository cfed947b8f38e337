// `lenet data synth`: the generator of synthetic digits -> four IDX files.
import { join } from 'node:path';
import { writeIdxSet } from '../data/idx-set.js';
import { requireEmptyFolder } from '../files/require-empty-folder.js';
import { countText } from '../report/number-text.js';
import { dataArgument } from './data-argument.js';
import { loadShownData } from './load-shown-data.js';
import { sizeText } from './size-text.js';

/** Options as commander gives them. */
export interface DataSynthCommandOptions {
  out: string;
  trainImages: number;
  testImages: number;
  seed: number;
  json?: boolean;
}

export async function runDataSynthCommand(options: DataSynthCommandOptions): Promise<void> {
  const { out, seed, trainImages, testImages, json } = options;
  await requireEmptyFolder(out);
  const { training, test, identity } = await loadShownData({
    data: 'synthetic',
    seed,
    limits: { training: trainImages, test: testImages },
  });
  const files = await writeIdxSet(out, { training, test });
  if (json) {
    const { origin, trainingCount, testCount } = identity;
    process.stdout.write(
      `${JSON.stringify({ folder: out, format: 'idx', origin, trainingCount, testCount, files })}\n`,
    );
    return;
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  process.stdout.write(
    `Synthetic digits: ${countText(training.count)} training, ${countText(test.count)} test, seed ${seed}; ${sizeText(bytes)} in ${join(out, '/')}\n` +
      `Train on them: lenet train --data ${dataArgument(out)}\n`,
  );
}
