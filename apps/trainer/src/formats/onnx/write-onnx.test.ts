import {
  architectures,
  createPlainClassifier,
  defineArchitecture,
  initialiseWeights,
  normalisePixels,
  softmax,
} from '@lenet/core';
import { quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
import * as onnx from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { largestDifference } from '../../testing/largest-difference.js';
import { noiseImages, oddNetwork, randomWeights } from '../../testing/random-network.js';
import { writeOnnx } from './write-onnx.js';

onnx.env.wasm.numThreads = 1;

test.each(
  [...architectures, oddNetwork].flatMap((architecture) =>
    (['float32', 'float16', 'int8'] as const).map((format) => ({
      name: architecture.name,
      architecture,
      format,
    })),
  ),
)('onnxruntime computes $name, $format, as core does', async ({ architecture, format }) => {
  const weights = randomWeights(architecture);
  const images = noiseImages(architecture, 5);
  const rounded = readQuantizedWeights(quantizeWeights(weights, format), architecture);
  const expected = await createPlainClassifier(architecture, rounded).classify(images);

  const session = await onnx.InferenceSession.create(writeOnnx({ architecture, weights }, format));
  expect(session.inputNames).toEqual(['images']);
  expect(session.outputNames).toEqual(['probabilities', 'logits']);
  const input = new onnx.Tensor('float32', normalisePixels(images.pixels), [
    5,
    1,
    images.height,
    images.width,
  ]);
  const { probabilities, logits } = await session.run({ images: input });
  const classCount = expected.length / 5;
  expect(logits.dims).toEqual([5, classCount]);
  expect(largestDifference(logits.data as Float32Array, expected)).toBeLessThan(1e-5);
  const shares = softmax(expected, classCount);
  expect(largestDifference(probabilities.data as Float32Array, shares)).toBeLessThan(1e-6);
  await session.release();
});

test('the same model gives the same bytes', () => {
  const model = { architecture: oddNetwork, weights: randomWeights(oddNetwork) };
  expect(writeOnnx(model, 'int8')).toEqual(writeOnnx(model, 'int8'));
});

test('refuses a network without a row of scores', () => {
  const architecture = defineArchitecture({ name: 'map', layers: [{ kind: 'maxPooling2d' }] });
  expect(() => writeOnnx({ architecture, weights: initialiseWeights(architecture, { seed: 1 }) })).toThrow(
    'Network "map": expected a row of scores as its result, got [14, 14, 1]. Let it end with a dense layer.',
  );
});
