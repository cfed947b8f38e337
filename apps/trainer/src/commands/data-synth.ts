// `lenet data synth`: the generator of synthetic digits -> four IDX files, or a picture of all its styles.
import { join } from 'node:path';
import { writeIdxSet } from '../data/idx-set.js';
import { requireEmptyFolder } from '../files/require-empty-folder.js';
import { writeOutputFile } from '../files/write-output-file.js';
import { countText } from '../report/number-text.js';
import { dataArgument } from './data-argument.js';
import { loadShownData } from './load-shown-data.js';
import { sizeText } from './size-text.js';

/** Options as commander gives them: a folder, a sheet, or both. */
export interface DataSynthCommandOptions {
  out?: string;
  sheet?: string;
  trainImages: number;
  testImages: number;
  seed: number;
  json?: boolean;
}

export async function runDataSynthCommand(
  options: DataSynthCommandOptions,
  onWrongUse: (message: string) => never,
): Promise<void> {
  const { out, sheet, json } = options;
  if (out === undefined && sheet === undefined) {
    onWrongUse('error: expected --out FOLDER for IDX files or --sheet FILE.png for a picture of all styles.');
  }
  if (out !== undefined) await requireEmptyFolder(out);
  const drawn = sheet === undefined ? undefined : await writeSheet(sheet, options.seed);
  const set = out === undefined ? undefined : await writeSet(out, options);
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...set?.json, ...drawn?.json })}\n`);
    return;
  }
  process.stdout.write([drawn?.text, set?.text].filter((text) => text !== undefined).join(''));
}

/** Loaded where it is wanted: what draws is large. */
async function writeSheet(file: string, seed: number) {
  const [{ digitStyles }, { styleSheet }, { renderSvg }] = await Promise.all([
    import('@lenet/core/synthetic'),
    import('../images/style-sheet.js'),
    import('../report/figures/render-png.js'),
  ]);
  await writeOutputFile(file, renderSvg(styleSheet(seed)));
  const styles = digitStyles.flat().length;
  return {
    json: { sheet: file, styles },
    text: `Sheet: ${styles} styles of ten digits, each written seven times, in ${file}\n`,
  };
}

async function writeSet(out: string, { seed, trainImages, testImages }: DataSynthCommandOptions) {
  const { training, test, identity } = await loadShownData({
    data: 'synthetic',
    seed,
    limits: { training: trainImages, test: testImages },
  });
  const files = await writeIdxSet(out, { training, test });
  const { origin, trainingCount, testCount } = identity;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    json: { folder: out, format: 'idx', origin, trainingCount, testCount, files },
    text:
      `Synthetic digits: ${countText(training.count)} training, ${countText(test.count)} test, seed ${seed}; ${sizeText(bytes)} in ${join(out, '/')}\n` +
      `Train on them: lenet train --data ${dataArgument(out)}\n`,
  };
}
