import type { Architecture } from '../architecture/architecture.js';
import { weightShapes } from '../architecture/layer-shapes.js';
import { ModelFolderError } from '../errors/model-folder-error.js';
import type { Weights } from '../training/weights.js';
import type { JsonSchema } from './json-schema.js';
import { schemaProblems } from './schema-problems.js';

/** What `model.json` says of the weights: TensorFlow.js's layers format. */
interface LayersModel {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly dtype: string;
    }[];
  }[];
}

const remedy = 'Export the model again with "lenet export".';

const layersModelSchema: JsonSchema = {
  type: 'object',
  properties: {
    format: { const: 'layers-model' },
    weightsManifest: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          paths: { type: 'array', items: { type: 'string' }, minItems: 1 },
          weights: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                shape: { type: 'array', items: { type: 'integer', minimum: 1 } },
                dtype: { const: 'float32' },
              },
              required: ['name', 'shape', 'dtype'],
            },
          },
        },
        required: ['paths', 'weights'],
      },
    },
  },
  required: ['format', 'weightsManifest'],
};

/**
 * @param files `model.json`, by name
 * @returns names of the files in which the weights of the model lie
 * @throws {ModelFolderError} when it is not in TensorFlow.js's layers format
 */
export function layersWeightFiles(files: ReadonlyMap<string, Uint8Array>): string[] {
  return parseLayersModel(files.get('model.json')).weightsManifest.flatMap(({ paths }) => paths);
}

/**
 * Takes the weights of an architecture from a model in TensorFlow.js's layers format.
 *
 * @param files bytes by name: `model.json` and the files that it names
 * @returns copies, in the order of the layers
 * @throws {ModelFolderError} when a file is missing or cut short, or the tensors are not those of the
 *   architecture
 */
export function readLayersWeights(
  files: ReadonlyMap<string, Uint8Array>,
  architecture: Architecture,
): Weights {
  const found = new Map<string, { shape: readonly number[]; values: Float32Array }>();
  for (const { paths, weights } of parseLayersModel(files.get('model.json')).weightsManifest) {
    const bytes = concatenate(paths.map((path) => requireFile(files, path)));
    let offset = 0; // in bytes
    for (const { name, shape } of weights) {
      const end = offset + 4 * shape.reduce((product, size) => product * size, 1);
      if (end > bytes.length) {
        throw problem(paths[0], `expected ${end} bytes up to the end of "${name}", got ${bytes.length}`);
      }
      found.set(name, { shape, values: new Float32Array(bytes.slice(offset, end).buffer) });
      offset = end;
    }
    if (offset !== bytes.length)
      throw problem(paths[0], `expected ${offset} bytes of tensors, got ${bytes.length}`);
  }
  const expected = weightShapes(architecture);
  const extra = [...found.keys()].find((name) => !expected.some((weight) => weight.name === name));
  if (extra !== undefined) {
    throw problem('model.json', `expected the tensors of "${architecture.name}" only, got "${extra}"`);
  }
  return expected.map(({ name, shape }) => {
    const tensor = found.get(name);
    if (tensor?.shape.join() === shape.join()) return { name, shape, values: tensor.values };
    const received = tensor ? `[${tensor.shape.join(', ')}]` : 'none';
    throw problem('model.json', `expected tensor "${name}" [${shape.join(', ')}], got ${received}`);
  });
}

function parseLayersModel(bytes: Uint8Array | undefined): LayersModel {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw problem('model.json', `expected JSON: ${(cause as Error).message}`, cause);
  }
  const problems = schemaProblems(value, layersModelSchema);
  if (problems.length > 0) throw problem('model.json', problems.join('; '));
  return value as LayersModel;
}

function requireFile(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes) return bytes;
  throw problem('model.json', `names the file "${path}", which manifest.json does not`);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function problem(file: string, text: string, cause?: unknown): ModelFolderError {
  return new ModelFolderError({ file, problem: text, remedy, cause });
}
