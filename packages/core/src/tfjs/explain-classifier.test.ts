// What a classifier tells besides logits: each layer's values, and the gradient by the pixels.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { lenetReport } from '../architecture/lenet-report.js';
import { createPlainClassifier } from '../classification/plain-classifier.js';
import { createKeyedRandom } from '../random/keyed-random.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { countMemory } from './testing/count-memory.js';
import { kinkedNetwork, smoothNetwork } from './testing/uneven-networks.js';
import { createTfjsClassifier } from './tfjs-classifier.js';

function imageOf([height, width]: readonly number[]) {
  const random = createKeyedRandom({ seed: 3, purpose: 'test images' });
  const pixels = Uint8Array.from({ length: height * width }, () => 1 + random.nextBelow(254));
  return { pixels, count: 1, height, width };
}

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test.each([lenetReport, smoothNetwork, kinkedNetwork])(
    'every layer gives what it gives in plain TypeScript, and nothing leaks: $name',
    async (architecture) => {
      await tf.setBackend(backend);
      const weights = initialiseWeights(architecture, { seed: 5 });
      const image = imageOf(architecture.inputShape);
      const tfjs = createTfjsClassifier(architecture, weights);
      const before = countMemory();
      const received = await tfjs.activations!(image);
      await tfjs.inputGradient!(image, 1);
      expect(countMemory()).toEqual(before);
      const expected = await createPlainClassifier(architecture, weights).activations!(image);
      expect(received.map(({ layer, shape }) => ({ layer, shape }))).toEqual(
        expected.map(({ layer, shape }) => ({ layer, shape })),
      );
      for (const [index, { values }] of received.entries()) {
        const apart = values.map((value, place) => Math.abs(value - expected[index].values[place]));
        expect(Math.max(...apart)).toBeLessThan(1e-5);
      }
      const logits = await tfjs.classify(image);
      expect([...received.at(-1)!.values]).toEqual([...logits]);
      await tfjs.dispose();
    },
  );

  test.each([lenetReport, smoothNetwork, kinkedNetwork])(
    'features of more than one batch are those of plain TypeScript, and nothing leaks: $name',
    async (architecture) => {
      await tf.setBackend(backend);
      const weights = initialiseWeights(architecture, { seed: 5 });
      const { pixels, ...one } = imageOf(architecture.inputShape);
      const count = 258;
      const images = { ...one, count, pixels: new Uint8Array(count * pixels.length) };
      for (let image = 0; image < count; image += 257) images.pixels.set(pixels, image * pixels.length);
      const tfjs = createTfjsClassifier(architecture, weights);
      const before = countMemory();
      const received = await tfjs.features!(images);
      expect(countMemory()).toEqual(before);
      expect(received.logits).toEqual(await tfjs.classify(images));
      const expected = await createPlainClassifier(architecture, weights).features!(images);
      expect(received.layer).toBe(expected.layer);
      const apart = received.values.map((value, index) => Math.abs(value - expected.values[index]));
      expect(received.values).toHaveLength(expected.values.length);
      expect(Math.max(...apart)).toBeLessThan(1e-5);
      await tfjs.dispose();
    },
  );

  test('the gradient by the pixels is the slope of the logit', async () => {
    await tf.setBackend(backend);
    const weights = initialiseWeights(smoothNetwork, { seed: 5 });
    const plain = createPlainClassifier(smoothNetwork, weights);
    const tfjs = createTfjsClassifier(smoothNetwork, weights);
    const image = imageOf(smoothNetwork.inputShape);
    const gradient = await tfjs.inputGradient!(image, 1);
    await tfjs.dispose();
    expect(gradient.length).toBe(image.pixels.length);
    const logitWith = async (pixel: number, change: number) => {
      const pixels = image.pixels.slice();
      pixels[pixel] += change;
      return (await plain.classify({ ...image, pixels }))[1];
    };
    for (let pixel = 0; pixel < image.pixels.length; pixel += 7) {
      const slope = ((await logitWith(pixel, 1)) - (await logitWith(pixel, -1))) / (2 / 255);
      expect(gradient[pixel]).toBeCloseTo(slope, 3);
    }
  });

  test('refuses several images at once, and a class that is not there', async () => {
    await tf.setBackend(backend);
    const classifier = createTfjsClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 5 }));
    const image = imageOf([28, 28]);
    const two = { ...image, pixels: new Uint8Array(2 * 784), count: 2 };
    await expect(classifier.activations!(two)).rejects.toThrow(
      'Network "lenet-report": expected one image, got 2. Ask for each by itself.',
    );
    await expect(classifier.inputGradient!(image, 10)).rejects.toThrow(
      'Argument "classIndex": expected a whole number from 0 to 9, got 10.',
    );
    await classifier.dispose();
  });
});
