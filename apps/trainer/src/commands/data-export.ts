// `lenet data export`: any source of images -> folders of PNG by class, or four IDX files.
import { join } from 'node:path';
import type { DataIdentity } from '../data/data-identity.js';
import { writeIdxSet } from '../data/idx-set.js';
import type { LoadedData } from '../data/loaded-data.js';
import { requireEmptyFolder } from '../files/require-empty-folder.js';
import { writeOutputFile } from '../files/write-output-file.js';
import { countText } from '../report/number-text.js';
import { createCountDisplay } from './count-display.js';
import { catchInterruption } from './interruption.js';
import { loadShownData } from './load-shown-data.js';

/** Options as commander gives them. */
export interface DataExportCommandOptions {
  out: string;
  format: 'png' | 'idx';
  data: string;
  limit?: number;
  seed: number;
  json?: boolean;
}

export async function runDataExportCommand(options: DataExportCommandOptions): Promise<void> {
  const { out, format, data, limit, seed, json } = options;
  await requireEmptyFolder(out);
  const loaded = await loadShownData({ data, seed, limits: { training: limit, test: limit } });
  if (format === 'png') await exportPictures(out, loaded);
  else await writeIdxSet(out, loaded);
  await writeNotes(out, loaded.identity);
  const { title, origin, attribution, trainingCount, testCount } = loaded.identity;
  process.stdout.write(
    json
      ? `${JSON.stringify({ folder: out, format, title, origin, attribution, trainingCount, testCount })}\n`
      : `${title}: ${countText(trainingCount)} training and ${countText(testCount)} test images as ${format === 'png' ? 'PNG files by class' : 'IDX files'} in ${join(out, '/')}\n`,
  );
}

async function exportPictures(out: string, loaded: LoadedData): Promise<void> {
  const display = createCountDisplay('pictures written');
  const { signal, release } = catchInterruption((line) => {
    display.clear();
    process.stderr.write(`${line}\n`);
  });
  try {
    const { writePngSet } = await import('../data/png-set.js');
    await writePngSet(out, loaded, { signal, onProgress: display.show });
  } finally {
    display.clear();
    release();
  }
}

/** Names of the classes, and what is owed to the authors, go with the images. */
async function writeNotes(out: string, { classes, attribution }: DataIdentity): Promise<void> {
  if (classes) await writeOutputFile(join(out, 'classes.txt'), `${classes.join('\n')}\n`);
  if (attribution) await writeOutputFile(join(out, 'ATTRIBUTION.txt'), `${attribution}\n`);
}
