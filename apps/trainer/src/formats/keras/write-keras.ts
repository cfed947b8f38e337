import type { NamedTensor } from '@lenet/core';
import { zipSync } from 'fflate';
import type { FileModel } from '../file-model.js';
import { describeModel } from '../metadata.js';
import { kerasGroups, writeKerasConfig } from './keras-config.js';
import { type Hdf5Group, writeHdf5 } from './write-hdf5.js';

/**
 * Writes a network as a `.keras` file, for `keras.saving.load_model` of Keras 3: a zip of the layers (`config.json`), the
 * weights in HDF5 (`model.weights.h5`), and what else is to be told (`metadata.json`). It is not compiled: to train it
 * further, call `compile` first.
 *
 * Source: keras/src/saving/saving_lib.py of Keras 3.
 *
 * @returns the bytes; the same model gives the same bytes
 */
export function writeKeras(model: FileModel): Uint8Array {
  const { architecture, weights } = model;
  const [height, width, channels] = architecture.inputShape;
  const input = `float32 [count, ${height}, ${width}, ${channels}], ink from 0 (background) to 1: bytes divided by 255`;
  const metadata = { keras_version: '3.0.0', ...describeModel(model, input, 'float32') };
  const text = (value: unknown) => Buffer.from(JSON.stringify(value));
  return zipSync(
    {
      'metadata.json': text(metadata),
      'config.json': text(writeKerasConfig(architecture)),
      'model.weights.h5': writeHdf5(weightGroups(architecture.layers, weights)),
    },
    // The earliest that a zip can tell, in local time: a file tells what it holds, not when it was made.
    { level: 0, mtime: new Date(1980, 0, 1) },
  );
}

function weightGroups(
  layers: FileModel['architecture']['layers'],
  weights: readonly NamedTensor[],
): Hdf5Group {
  const groups = kerasGroups(layers);
  const members = layers.map(({ name }, index): [string, Hdf5Group] => {
    const own = weights.filter(
      (tensor) => tensor.name === `${name}/kernel` || tensor.name === `${name}/bias`,
    );
    const vars = Object.fromEntries(own.map(({ shape, values }, position) => [position, { shape, values }]));
    return [groups[index], { vars }];
  });
  return { layers: Object.fromEntries(members), vars: {} };
}
