// `lenet models`: networks as data -> summary tables, or one table of all.
import {
  type Architecture,
  architectures,
  countMemory,
  countMultiplyAdds,
  countParameters,
  findArchitecture,
  layerShapes,
  summarize,
} from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import { modelsOnRecord } from '../models/models-on-record.js';
import { countText, percentText } from '../report/number-text.js';
import { sizeText } from './size-text.js';
import { textTable } from './text-table.js';

/** Options as commander gives them. */
export interface ModelsCommandOptions {
  compare?: boolean;
  json?: boolean;
}

/** One network as `lenet models --json` prints it. */
interface ModelDescription {
  readonly name: string;
  readonly inputShape: readonly number[];
  readonly parameters: number;
  /** Of one image. */
  readonly multiplyAdds: number;
  /** Of the weights as float32. */
  readonly weightBytes: number;
  /** Of the outputs of all layers for one image, as float32. */
  readonly activationBytes: number;
  readonly layers: readonly {
    readonly name: string;
    readonly kind: string;
    readonly outputShape: readonly number[];
    readonly parameters: number;
  }[];
  /** Of the installed weights; empty where none were measured. */
  readonly onRecord: readonly {
    readonly model: string;
    readonly version: string;
    readonly accuracy: number;
    readonly loss: number;
    readonly data: string;
    readonly images: number;
  }[];
}

export async function runModelsCommand(
  name: string | undefined,
  options: ModelsCommandOptions,
): Promise<void> {
  const chosen = name === undefined ? architectures : [findArchitecture(name)];
  if (!options.json && !options.compare) {
    process.stdout.write(chosen.map(summarize).join('\n'));
    return;
  }
  const manifests = await modelsOnRecord();
  const models = chosen.map((architecture) => describe(architecture, manifests));
  process.stdout.write(options.json ? `${JSON.stringify({ models })}\n` : compare(models));
}

function describe(architecture: Architecture, manifests: readonly ModelManifest[]): ModelDescription {
  const memory = countMemory(architecture);
  return {
    name: architecture.name,
    inputShape: architecture.inputShape,
    parameters: countParameters(architecture),
    multiplyAdds: countMultiplyAdds(architecture),
    weightBytes: memory.weights,
    activationBytes: memory.activations,
    layers: layerShapes(architecture).map(({ layer, outputShape, parameterCount }) => ({
      name: layer.name,
      kind: layer.kind,
      outputShape,
      parameters: parameterCount,
    })),
    onRecord: manifests
      .filter((manifest) => manifest.architecture.name === architecture.name)
      .map(({ name, version, evaluation: { accuracy, loss, data } }) => ({
        model: name,
        version,
        accuracy,
        loss,
        data: data.title,
        images: data.count,
      })),
  };
}

function compare(models: readonly ModelDescription[]): string {
  const right = { align: 'right' } as const;
  return textTable(
    [
      { heading: 'Network' },
      { heading: 'Input', ...right },
      { heading: 'Parameters', ...right },
      { heading: 'Multiply-adds', ...right },
      { heading: 'Size', ...right },
      { heading: 'Test accuracy on record' },
    ],
    models.flatMap((model) => {
      const [first, ...others] = recordTexts(model);
      return [
        [
          model.name,
          model.inputShape.slice(0, 2).join('x'),
          countText(model.parameters),
          countText(model.multiplyAdds),
          sizeText(model.weightBytes),
          first,
        ],
        ...others.map((text) => ['', '', '', '', '', text]),
      ];
    }),
  );
}

function recordTexts({ onRecord }: ModelDescription): string[] {
  if (onRecord.length === 0) return ['not measured'];
  return onRecord.map(
    ({ accuracy, model, version, data, images }) =>
      `${percentText(accuracy)} (${model} ${version}; ${data}, ${countText(images)} images)`,
  );
}
