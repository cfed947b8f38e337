import type { Architecture } from '@lenet/core';
import { createManifest } from './create-manifest.js';
import { modelCard } from './model-card.js';
import type { RunRecord } from './run-record.js';

/**
 * Everything in the model folder of a run, by name: `model.json`, `weights.bin`, `manifest.json` and `MODEL_CARD.md`.
 *
 * @param fields.name of the weights, e.g. `lenet-report`
 * @param fields.version of the weights; `0.0.0` where they are of a run and were not released
 * @param fields.model in TensorFlow.js's layers format, with `weights.bin` as the file of its weights
 */
export async function modelFolderFiles(fields: {
  name: string;
  version: string;
  architecture: Architecture;
  model: { readonly modelJson: Uint8Array; readonly weightData: Uint8Array };
  run: RunRecord;
}): Promise<Map<string, string | Uint8Array>> {
  const { model, ...described } = fields;
  const files = new Map<string, Uint8Array>([
    ['model.json', model.modelJson],
    ['weights.bin', model.weightData],
  ]);
  const manifest = await createManifest(described, files);
  return new Map<string, string | Uint8Array>([
    ...files,
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['MODEL_CARD.md', modelCard(manifest, fields.run)],
  ]);
}
