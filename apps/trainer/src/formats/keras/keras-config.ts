import {
  type Activation,
  type Architecture,
  defineArchitecture,
  type Layer,
  type LayerDefinition,
} from '@lenet/core';
import { modelFileError } from '../model-file-error.js';

/** Names of Keras's classes by our kinds of layers. */
const classNames = {
  conv2d: 'Conv2D',
  maxPooling2d: 'MaxPooling2D',
  averagePooling2d: 'AveragePooling2D',
  flatten: 'Flatten',
  dense: 'Dense',
  dropout: 'Dropout',
} as const satisfies Record<Layer['kind'], string>;

/** A layer, or a model, as Keras writes it down. */
export interface KerasObject {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/**
 * A network as a Sequential model of Keras 3: what a `.keras` file has in its `config.json`. What is left out has Keras's
 * default.
 */
export function writeKerasConfig({ name, inputShape, layers }: Architecture): KerasObject {
  const batchShape = [null, ...inputShape];
  const input = { batch_shape: batchShape, dtype: 'float32', name: 'input_layer' };
  return {
    module: 'keras',
    class_name: 'Sequential',
    config: {
      name,
      trainable: true,
      dtype: 'float32',
      layers: [
        { module: 'keras.layers', class_name: 'InputLayer', config: input, registered_name: null },
        ...layers.map((layer) => ({
          module: 'keras.layers',
          class_name: classNames[layer.kind],
          config: { name: layer.name, trainable: true, dtype: 'float32', ...configOf(layer) },
          registered_name: null,
        })),
      ],
      build_input_shape: batchShape,
    },
    registered_name: null,
    build_config: { input_shape: batchShape },
  };
}

function configOf(layer: Layer): Record<string, unknown> {
  switch (layer.kind) {
    case 'conv2d':
      return {
        filters: layer.filters,
        kernel_size: [layer.kernelSize, layer.kernelSize],
        strides: [layer.stride, layer.stride],
        padding: layer.padding,
        data_format: 'channels_last',
        activation: layer.activation,
      };
    case 'maxPooling2d':
    case 'averagePooling2d':
      return {
        pool_size: [layer.poolSize, layer.poolSize],
        strides: [layer.stride, layer.stride],
        padding: layer.padding ?? 'valid',
        data_format: 'channels_last',
      };
    case 'flatten':
      return { data_format: 'channels_last' };
    case 'dense':
      return { units: layer.units, activation: layer.activation };
    case 'dropout':
      return { rate: layer.rate };
  }
}

/**
 * The network that Keras wrote down.
 *
 * @param file for messages
 * @param model of Keras 2 or 3
 * @throws {ModelFolderError} when it is no Sequential model, or a layer of it, or an option of one, is none of ours
 * @throws {InvalidArgumentError} naming the layer that does not fit the one before
 */
export function readKerasConfig(file: string, model: KerasObject): Architecture {
  const { name, layers } = (model?.config ?? {}) as { name?: string; layers?: KerasObject[] };
  if (model?.class_name !== 'Sequential' || !Array.isArray(layers)) {
    throw problem(file, `expected a Sequential model of Keras, got ${String(model?.class_name)}`);
  }
  const inputShape = layers.map(({ config }) => config.batch_shape ?? config.batch_input_shape).find(Boolean);
  if (!isImageShape(inputShape)) {
    const received = JSON.stringify(inputShape) ?? 'none';
    throw problem(file, `expected an input of [null, height, width, channels], got ${received}`);
  }
  const [, height, width, channels] = inputShape;
  return defineArchitecture({
    name: typeof name === 'string' && name !== '' ? name : 'keras',
    inputShape: [height, width, channels],
    layers: layers
      .filter(({ class_name: kind }) => kind !== 'InputLayer')
      .map((layer) => readLayer(file, layer)),
  });
}

function isImageShape(shape: unknown): shape is [null, number, number, number] {
  return Array.isArray(shape) && shape.length === 4 && shape.slice(1).every(Number.isInteger);
}

/** Options that our layers do not have, with what they must be. */
const fixedOptions = {
  data_format: 'channels_last',
  dilation_rate: [1, 1],
  groups: 1,
  use_bias: true,
  noise_shape: null,
};

function readLayer(file: string, { class_name: className, config }: KerasObject): LayerDefinition {
  const name = String(config.name);
  const where = `layer "${name}" (${className})`;
  for (const [option, wanted] of Object.entries(fixedOptions)) {
    const received = JSON.stringify(config[option] ?? wanted);
    if (received !== JSON.stringify(wanted)) {
      throw problem(file, `${where}: expected ${option} ${JSON.stringify(wanted)}, got ${received}`);
    }
  }
  const square = (option: string, preset?: number): number => {
    const value = config[option] ?? preset;
    const [rows, columns] = Array.isArray(value) ? value : [value, value];
    if (typeof rows === 'number' && rows === columns) return rows;
    throw problem(
      file,
      `${where}: expected the same ${option} along both axes, got ${JSON.stringify(value)}`,
    );
  };
  const padding = config.padding === 'same' ? 'same' : 'valid';
  const activation = (): Activation => {
    const { activation: value } = config;
    const known = ['linear', 'relu', 'tanh', 'sigmoid', 'softmax'] as const;
    const found = known.find((each) => each === (value ?? 'linear'));
    if (found) return found;
    throw problem(file, `${where}: expected activation ${known.join(', ')}, got ${JSON.stringify(value)}`);
  };
  switch (className) {
    case classNames.conv2d:
      return {
        kind: 'conv2d',
        name,
        filters: Number(config.filters),
        kernelSize: square('kernel_size'),
        stride: square('strides', 1),
        padding,
        activation: activation(),
      };
    case classNames.maxPooling2d:
    case classNames.averagePooling2d: {
      const kind = className === classNames.maxPooling2d ? 'maxPooling2d' : 'averagePooling2d';
      const poolSize = square('pool_size', 2);
      const sizes = { poolSize, stride: square('strides', poolSize) };
      return { kind, name, ...sizes, ...(padding === 'same' && { padding }) };
    }
    case classNames.flatten:
      return { kind: 'flatten', name };
    case classNames.dense:
      return { kind: 'dense', name, units: Number(config.units), activation: activation() };
    case classNames.dropout:
      return { kind: 'dropout', name, rate: Number(config.rate) };
  }
  throw problem(file, `${where}: expected one of ${Object.values(classNames).join(', ')}`);
}

function problem(file: string, text: string) {
  return modelFileError(file, text, {
    remedy: 'Give a Sequential model of convolutions, poolings and dense layers, as LeNet is.',
  });
}

/**
 * Groups in which Keras 3 keeps the weights of layers, in the order of the layers: named after their classes, whatever the
 * layers are called.
 *
 * @returns `conv2d`, `max_pooling2d`, `conv2d_1` …
 */
export function kerasGroups(layers: readonly Layer[]): string[] {
  const seen = new Map<string, number>();
  return layers.map(({ kind }) => {
    const base = kind.replace('P', '_p');
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return count === 0 ? base : `${base}_${count}`;
  });
}
