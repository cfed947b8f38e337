import { defineArchitecture, portableTanh } from '@lenet/core';
import { createClassifier } from '@lenet/engine';
import { expect, test } from 'vitest';

test.each(['strict', 'relaxed'] as const)(
  'tanh of the %s build is wrong by 4e-7 of its value at most',
  async (build) => {
    // Pixel 0 times a weight is the argument; a second dense layer hands its tanh on.
    const units = 1600;
    const network = defineArchitecture({
      name: 'tanh',
      inputShape: [1, 1, 1],
      layers: [
        { kind: 'flatten' },
        { kind: 'dense', units, activation: 'tanh' },
        { kind: 'dense', units: 1, activation: 'linear' },
      ],
    });
    const inputs = Float32Array.from({ length: units }, (_, index) => ((index - 800) / 50) ** 3 / 100 + 1e-6);
    const classifier = await createClassifier(
      network,
      [
        { name: 'dense/kernel', shape: [1, units], values: inputs },
        { name: 'dense/bias', shape: [units], values: new Float32Array(units) },
        { name: 'dense_1/kernel', shape: [units, 1], values: new Float32Array(units) },
        { name: 'dense_1/bias', shape: [1], values: new Float32Array(1) },
      ],
      { build },
    );
    const image = { pixels: Uint8Array.of(255), count: 1, height: 1, width: 1 };
    const { values } = (await classifier.activations(image))[1];
    await classifier.dispose();
    let largest = 0;
    for (const [index, input] of inputs.entries()) {
      expect(Math.abs(values[index])).toBeLessThanOrEqual(1);
      largest = Math.max(largest, Math.abs(values[index] / portableTanh(input) - 1));
    }
    expect(largest).toBeLessThan(4e-7);
    expect(largest).toBeGreaterThan(1e-8);
  },
);
