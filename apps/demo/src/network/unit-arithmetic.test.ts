import {
  type Architecture,
  classicLenet5,
  createPlainClassifier,
  defineArchitecture,
  initialiseWeights,
  layerShapes,
  lenetReport,
  normalisePixels,
  softmax,
} from '@lenet/core';
import { expect, test } from 'vitest';
import { outputShapeOf, type UnitPlace } from './receptive-field';
import { unitArithmetic } from './unit-arithmetic';

const padded = defineArchitecture({
  name: 'padded',
  inputShape: [9, 7, 1],
  layers: [
    { kind: 'conv2d', filters: 3, kernelSize: 4, padding: 'same', stride: 2, activation: 'tanh' },
    { kind: 'conv2d', filters: 2, kernelSize: 3, padding: 'same', activation: 'relu' },
    { kind: 'dropout', rate: 0.5 },
    { kind: 'flatten' },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ],
});

/** The corners and the middle of a layer's output, in its first and last channel. */
function somePlaces(architecture: Architecture, layerIndex: number): UnitPlace[] {
  const [height, width, channels] = outputShapeOf(architecture, layerIndex);
  const rows = [0, height >> 1, height - 1];
  const columns = [0, width >> 1, width - 1];
  return rows.flatMap((row) =>
    columns.flatMap((column) => [0, channels - 1].map((channel) => ({ row, column, channel }))),
  );
}

test.each([lenetReport, classicLenet5, padded])(
  'in $name, what the arithmetic of a unit adds up to is what the network computed',
  async (architecture) => {
    const weights = initialiseWeights(architecture, { seed: 1 });
    const [height, width] = architecture.inputShape;
    const pixels = Uint8Array.from({ length: height * width }, (_, index) => (index * 37) % 256);
    const image = { pixels, count: 1, height, width };
    const layers = await createPlainClassifier(architecture, weights).activations!(image);
    for (const [index] of layerShapes(architecture).entries()) {
      const inputs = index === 0 ? normalisePixels(pixels) : layers[index - 1].values;
      const outputs = layers[index].values;
      for (const place of somePlaces(architecture, index)) {
        const unit = unitArithmetic({ architecture, weights }, index, place, { inputs, outputs });
        expect(unit.output).toBeCloseTo(expectedOf(unit, outputs, place), 5);
      }
    }
  },
);

function expectedOf(
  unit: ReturnType<typeof unitArithmetic>,
  outputs: Float32Array,
  { channel }: UnitPlace,
): number {
  const inputs = unit.terms.map(({ input }) => input);
  if (unit.layer.kind === 'maxPooling2d') return Math.max(...inputs);
  if (unit.sum === undefined) return inputs.reduce((total, input) => total + input, 0) / inputs.length;
  if (unit.activation === 'relu') return Math.max(0, unit.sum);
  if (unit.activation === 'tanh') return Math.tanh(unit.sum);
  expect(unit.sum).toBeCloseTo(outputs[channel], 4);
  return softmax(outputs, outputs.length)[channel];
}

test('the terms of a convolution are its pixels and the weights of its filter', () => {
  const weights = [
    { name: 'conv2d/kernel', shape: [2, 2, 1, 1], values: Float32Array.of(1, 2, 3, 4) },
    { name: 'conv2d/bias', shape: [1], values: Float32Array.of(0.5) },
  ];
  const architecture = defineArchitecture({
    name: 'tiny',
    inputShape: [3, 3, 1],
    layers: [{ kind: 'conv2d', filters: 1, kernelSize: 2, activation: 'relu' }],
  });
  const inputs = Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 1);
  const values = { inputs, outputs: Float32Array.of(4.5, 3.5, 2.5, 5.5) };
  const unit = unitArithmetic({ architecture, weights }, 0, { row: 1, column: 1, channel: 0 }, values);
  expect(unit.terms.map(({ input, weight }) => [input, weight])).toEqual([
    [1, 1],
    [0, 2],
    [0, 3],
    [1, 4],
  ]);
  expect(unit).toMatchObject({
    bias: 0.5,
    sum: 5.5,
    output: 5.5,
    window: { top: 1, left: 1, bottom: 3, right: 3 },
  });
});
