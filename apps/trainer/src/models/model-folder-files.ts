import type { Architecture, Weights } from '@lenet/core';
import { quantizedWeightsFile, quantizeWeights, type WeightsFormat } from '@lenet/core/models';
import { createManifest } from './create-manifest.js';
import { modelCard } from './model-card.js';
import type { RunRecord } from './run-record.js';

/**
 * Everything in a model folder, by name: `model.json`, `weights.bin`, `manifest.json`, `MODEL_CARD.md`, and on request
 * the weights in fewer bits.
 *
 * @param fields.name of the weights, e.g. `lenet-report`
 * @param fields.version of the weights; `0.0.0` where they are of a run and were not released
 * @param fields.model in TensorFlow.js's layers format, with `weights.bin` as the file of its weights
 * @param fields.quantize the weights of the model, to be written in 16 and 8 bits, too
 * @throws {InvalidArgumentError} when fewer bits cannot hold a weight
 */
export function modelFolderFiles(fields: {
  name: string;
  version: string;
  architecture: Architecture;
  model: { readonly modelJson: Uint8Array; readonly weightData: Uint8Array };
  run: RunRecord;
  quantize?: Weights;
}): Map<string, string | Uint8Array> {
  const { model, quantize, ...described } = fields;
  const files = new Map<string, Uint8Array>([
    ['model.json', model.modelJson],
    ['weights.bin', model.weightData],
    ...(quantize ? quantizedFiles(quantize) : []),
  ]);
  const manifest = createManifest(described, files);
  return new Map<string, string | Uint8Array>([
    ...files,
    ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['MODEL_CARD.md', modelCard(manifest, fields.run)],
  ]);
}

function quantizedFiles(weights: Weights): [string, Uint8Array][] {
  const formats = Object.entries(quantizedWeightsFile) as [WeightsFormat, string][];
  return formats.map(([format, file]) => [file, quantizeWeights(weights, format)]);
}
