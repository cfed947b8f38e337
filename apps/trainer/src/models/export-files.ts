import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from '@lenet/core';
import {
  createManifest as createModelManifest,
  type ModelManifest,
  quantizedWeightsFile,
  quantizeWeights,
  type WeightsFormat,
} from '@lenet/core/models';
import { type ExportFormat, formatFiles } from '../formats/export-formats.js';
import type { Measurements } from '../measurements/measurements.js';
import type { ChosenAnswers } from './choose-answers.js';
import { createManifest } from './create-manifest.js';
import { modelCard } from './model-card.js';
import type { OpenedModel } from './open-model.js';
import type { RunRecord } from './run-record.js';

/** What a model is to be called, and what is known of where it came from. */
export interface ExportedAs {
  readonly name: string;
  readonly version: string;
  readonly formats: readonly ExportFormat[];
  /** Files of the formats that are left out. */
  readonly without: readonly string[];
  /** Of the run, where the model is of one. */
  readonly run?: RunRecord;
  /** Temperature and threshold, where other runs decided them. */
  readonly chosen?: ChosenAnswers;
  /** For the card and `measurements.json`. */
  readonly measurements?: Measurements;
}

/**
 * Everything in the folder of an exported model, by name: `model.json`, `weights.bin`, the same weights in 16 and 8 bits,
 * the files of the formats, and `manifest.json` and `MODEL_CARD.md` where it is known how the weights came to be.
 *
 * @throws {InvalidArgumentError} when fewer bits cannot hold a weight, or ONNX not the network
 */
export async function exportFiles(
  model: OpenedModel,
  as: ExportedAs,
): Promise<Map<string, string | Uint8Array>> {
  const layers = await layersFiles(model);
  const manifest = await manifestOf(model, as, layers);
  const described = { ...model, ...(manifest && { manifest }) };
  const files = new Map([
    ...layers,
    ...fewerBits(model),
    ...wanted(await formatFiles(described, layers.get('model.json')!, as.formats), as.without),
    ...measurementsFile(as),
  ]);
  const whole = await manifestOf(model, as, files);
  return new Map<string, string | Uint8Array>([
    ...files,
    ...(whole ? [['manifest.json', `${JSON.stringify(whole, null, 2)}\n`] as const] : []),
    ...(await cardFile(model, as, whole)),
  ]);
}

/** The bytes of a folder stay as they are, so that the released weights are provably the trained ones. */
async function layersFiles({ folder, architecture, weights }: OpenedModel): Promise<Map<string, Uint8Array>> {
  if (folder !== undefined) {
    return new Map([
      ['model.json', await readFile(join(folder, 'model.json'))],
      ['weights.bin', await readFile(join(folder, 'weights.bin'))],
    ]);
  }
  const { loadTfjsBackend } = await import('../backends/tfjs-backend.js');
  await loadTfjsBackend('cpu');
  const { saveModel } = await import('@lenet/core/tfjs');
  const { modelJson, weightData } = await saveModel(architecture, weights);
  return new Map([
    ['model.json', modelJson],
    ['weights.bin', weightData],
  ]);
}

function fewerBits({ weights }: OpenedModel): [string, Uint8Array][] {
  const formats = Object.entries(quantizedWeightsFile) as [WeightsFormat, string][];
  return formats.map(([format, file]) => [file, quantizeWeights(weights, format)]);
}

/** @throws {InvalidArgumentError} when there is no such file to leave out */
function wanted(
  files: ReadonlyMap<string, Uint8Array>,
  without: readonly string[],
): Iterable<readonly [string, Uint8Array]> {
  const unknown = without.find((name) => !files.has(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError({
      argument: 'without',
      received: unknown,
      message: `Option --without: expected files of the formats, ${[...files.keys()].join(', ')}, got "${unknown}".`,
    });
  }
  return [...files].filter(([name]) => !without.includes(name));
}

function measurementsFile({ measurements }: ExportedAs): [string, Uint8Array][] {
  if (!measurements) return [];
  return [['measurements.json', new TextEncoder().encode(`${JSON.stringify(measurements, null, 2)}\n`)]];
}

async function manifestOf(
  { architecture, manifest }: OpenedModel,
  { name, version, run, chosen }: ExportedAs,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ModelManifest | undefined> {
  if (run) return createManifest({ name, version, architecture, run, ...(chosen && { chosen }) }, files);
  return manifest && createModelManifest({ ...manifest, name, version }, files);
}

async function cardFile(
  { folder }: OpenedModel,
  { name, version, run, measurements }: ExportedAs,
  manifest: ModelManifest | undefined,
): Promise<[string, string][]> {
  if (run && manifest) return [['MODEL_CARD.md', modelCard(manifest, run, measurements)]];
  if (folder === undefined || !existsSync(join(folder, 'MODEL_CARD.md'))) return [];
  const card = await readFile(join(folder, 'MODEL_CARD.md'), 'utf8');
  return [['MODEL_CARD.md', card.replace(/^# .*/, `# ${name} ${version}`)]];
}
