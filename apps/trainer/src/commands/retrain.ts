// `lenet retrain`: a model folder -> the run that its manifest tells -> the same weights, or an error.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LenetError } from '@lenet/core';
import { parseManifest } from '@lenet/core/models';
import { namedSources } from '../data/load-data.js';
import { openModel } from '../models/open-model.js';
import { prepareRetraining, requireSameImages } from '../models/prepare-retraining.js';
import { createProgress } from '../progress/progress.js';
import { performRun } from '../run/perform-run.js';
import { createRunFolder } from '../run/run-folder.js';
import { catchInterruption } from './interruption.js';

/** Options as commander gives them. */
export interface RetrainCommandOptions {
  data?: string;
  otherVersions?: boolean;
  threads?: number;
  out: string;
  json?: boolean;
  quiet?: boolean;
}

/** The weights that came out are not the published ones. */
class OtherWeightsError extends LenetError {
  override readonly name = 'OtherWeightsError';
}

export async function runRetrainCommand(path: string, options: RetrainCommandOptions): Promise<void> {
  const { threads, out, json = false, quiet = false } = options;
  const model = await openModel(path);
  const { name, manifest, config, notices } = prepareRetraining(model, {
    data: options.data && (namedSources.includes(options.data) ? options.data : resolve(options.data)),
    anyVersions: options.otherVersions ?? false,
  });
  for (const notice of notices) process.stderr.write(`lenet: ${notice}\n`);
  const progress = createProgress({ quiet });
  const { signal, release } = catchInterruption(progress.note);
  try {
    await requireSameImages(manifest, config, signal);
    const result = await performRun({
      config,
      ...(threads && { threads }),
      // What it prints of its own is not what was asked for.
      sweepIndex: 0,
      json,
      quiet,
      progress,
      signal,
      openFolder: () => createRunFolder(out, `retrain-${name}`, false),
    });
    const made = await readFile(join(result.json.run, 'model', 'manifest.json'), 'utf8');
    tell(name, digestOf(manifest), digestOf(parseManifest(made)), result.json.run, json);
  } finally {
    release();
  }
}

const digestOf = ({ files }: { files: readonly { name: string; sha256: string }[] }) =>
  files.find(({ name }) => name === 'weights.bin')!.sha256;

function tell(model: string, expected: string, received: string, run: string, json: boolean): void {
  const isSame = expected === received;
  if (json) process.stdout.write(`${JSON.stringify({ model, run, expected, received, isSame })}\n`);
  if (!isSame) {
    throw new OtherWeightsError(
      `Model "${model}": expected float32 weights of SHA-256 ${expected}, training again gave ${received} (${run}). Either these weights were not trained as their manifest says, or something that decides them was changed: settings, images, or the numerics of @lenet/core or @lenet/engine.`,
    );
  }
  if (!json)
    process.stdout.write(`${model}: the same weights, bit by bit. SHA-256 ${received}\nRun: ${run}\n`);
}
