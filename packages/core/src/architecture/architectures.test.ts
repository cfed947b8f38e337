import { expect, test } from 'vitest';
import { architectures, findArchitecture } from './architectures.js';
import { countMemory } from './count-memory.js';
import { countMultiplyAdds } from './count-multiply-adds.js';
import { countParameters } from './layer-shapes.js';

// Multiply-adds by hand, layer by layer; memory in values of 4 bytes: parameters, then the input and the
// outputs of all layers, then the largest input and output of one layer.
test.each([
  {
    name: 'lenet-report',
    parameters: 44_426,
    multiplyAdds: 24 * 24 * 6 * 25 + 8 * 8 * 16 * 25 * 6 + 256 * 120 + 120 * 84 + 84 * 10,
    activations: 784 + 3456 + 864 + 1024 + 256 + 120 + 84 + 10,
    peak: 3456 + 864,
  },
  {
    name: 'classic-lenet-5',
    parameters: 61_706,
    multiplyAdds: 28 * 28 * 6 * 25 + 10 * 10 * 16 * 25 * 6 + 400 * 120 + 120 * 84 + 84 * 10,
    activations: 1024 + 4704 + 1176 + 1600 + 400 + 120 + 84 + 10,
    peak: 4704 + 1176,
  },
  {
    name: 'beginner-cnn',
    parameters: 225_034,
    multiplyAdds: 26 * 26 * 32 * 9 + 11 * 11 * 64 * 9 * 32 + 1600 * 128 + 128 * 10,
    activations: 784 + 21_632 + 2 * 5408 + 7744 + 2 * 1600 + 2 * 128 + 10,
    peak: 21_632 + 5408,
  },
  {
    name: 'dense-baseline',
    parameters: 101_770,
    multiplyAdds: 784 * 128 + 128 * 10,
    activations: 784 + 128 + 10,
    peak: 784 + 128,
  },
])('$name costs what was counted by hand', ({ name, parameters, multiplyAdds, activations, peak }) => {
  const architecture = findArchitecture(name);
  expect(countParameters(architecture)).toBe(parameters);
  expect(countMultiplyAdds(architecture)).toBe(multiplyAdds);
  expect(countMemory(architecture)).toEqual({
    weights: 4 * parameters,
    activations: 4 * activations,
    peakActivations: 4 * peak,
  });
});

test('the report comes first, and an unknown name is told the others', () => {
  expect(architectures[0].name).toBe('lenet-report');
  expect(() => findArchitecture('lenet')).toThrow(
    'Architecture: expected one of lenet-report, classic-lenet-5, beginner-cnn, dense-baseline, got "lenet".',
  );
});
