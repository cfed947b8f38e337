import { describe, expect, test } from 'vitest';
import { denseBaseline } from '../architecture/dense-baseline.js';
import { lenetReport } from '../architecture/lenet-report.js';
import { initialiseWeights } from '../training/initialise-weights.js';
import { dequantizeInt8, quantizeInt8 } from './int8.js';
import { quantizeWeights, readQuantizedWeights, type WeightsFormat } from './weights-file.js';

const weights = initialiseWeights(lenetReport, { seed: 1 });

test('a kernel in 8 bits has one scale for each output', () => {
  const kernel = Float32Array.of(0.5, -2, 0, 1, 1, 0);
  const quantized = quantizeInt8(kernel, 3);
  expect(quantized.scales).toEqual(Float32Array.of(1 / 127, 2 / 127, 0));
  expect(quantized.values).toEqual(Int8Array.of(64, -127, 0, 127, 64, 0));
  expect(dequantizeInt8(quantized)[0]).toBeCloseTo(64 / 127, 6);
  expect(dequantizeInt8(quantized)[2]).toBe(0);
});

test.each([
  [0, 'Argument "outputs": expected a divisor of the kernel\'s 4 numbers, got 0.'],
  [3, 'Argument "outputs": expected a divisor of the kernel\'s 4 numbers, got 3.'],
])('%i outputs of four numbers are refused', (outputs, message) => {
  expect(() => quantizeInt8(new Float32Array(4), outputs)).toThrow(message);
});

test('halves are rounded away from 0, and what could not be read back is refused', () => {
  expect(quantizeInt8(Float32Array.of(127, 2.5, -2.5), 1).values).toEqual(Int8Array.of(127, 3, -3));
  expect(() => quantizeInt8(Float32Array.of(3.4028234663852886e38), 1)).toThrow(
    'Kernel: expected numbers whose 8 bits can be read back, got 3.4028234663852886e+38, too near to the largest of float32.',
  );
});

describe.each<[WeightsFormat, number, number]>([
  ['float32', 177_720, 0],
  ['float16', 89_340, 2 ** -11],
  ['int8', 46_096, 0.5 / 127],
])('%s', (format, size, largestError) => {
  test('takes so many bytes, and comes back as near as the format allows', () => {
    const bytes = quantizeWeights(weights, format);
    expect(bytes).toHaveLength(size);
    const read = readQuantizedWeights(bytes, lenetReport);
    for (const [index, { name, shape, values }] of weights.entries()) {
      expect([read[index].name, read[index].shape]).toEqual([name, shape]);
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const [at, value] of values.entries()) {
        expect(Math.abs(read[index].values[at] - value)).toBeLessThanOrEqual(largestError * largest * 1.001);
      }
    }
  });

  test('writes what it has read to the same bytes, from any place in a buffer', () => {
    const bytes = quantizeWeights(weights, format);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(quantizeWeights(readQuantizedWeights(shifted, lenetReport), format)).toEqual(bytes);
  });
});

const changed = (change: (bytes: Uint8Array) => void) => {
  const bytes = quantizeWeights(weights, 'int8');
  change(bytes);
  return bytes;
};
const start = 'Weights cannot be read: ';
const end = '. Make the file again with quantizeWeights.';

test.each([
  ['nothing', new Uint8Array(0), 'expected a file that begins with "LNTW", got another or a part of one'],
  [
    'another file',
    new Uint8Array(99),
    'expected a file that begins with "LNTW", got another or a part of one',
  ],
  ['a later version', changed((bytes) => bytes.fill(2, 4, 5)), 'expected version 1 of the format, got 2'],
  ['another format', changed((bytes) => bytes.fill(3, 5, 6)), 'expected a format from 0 to 2, got 3'],
  ['a cut file', changed(() => {}).slice(0, -1), 'expected 46096 bytes, got 46095'],
  [
    'a flipped bit',
    changed((bytes) => bytes.fill(bytes[999] ^ 4, 999, 1000)),
    'its checksum does not fit; some bytes are wrong',
  ],
])('%s is refused', (_, bytes, problem) => {
  expect(() => readQuantizedWeights(bytes, lenetReport)).toThrow(start + problem + end);
});

test('weights of another network are refused', () => {
  expect(() =>
    readQuantizedWeights(
      changed(() => {}),
      denseBaseline,
    ),
  ).toThrow(`${start}expected the weights of "dense-baseline", got those of another network${end}`);
});

test('numbers that a format cannot hold are refused', () => {
  const broken = (value: number) => [{ name: 'dense/kernel', shape: [1, 1], values: Float32Array.of(value) }];
  expect(() => quantizeWeights(broken(Number.NaN), 'int8')).toThrow(
    'Weights "dense/kernel": expected 1 finite numbers that int8 can hold, got NaN.',
  );
  expect(() => quantizeWeights(broken(70_000), 'float16')).toThrow(
    'Weights "dense/kernel": expected 1 finite numbers that float16 can hold, got 70000.',
  );
  // A bias is float32 in every format.
  const bias = { name: 'dense/bias', shape: [1], values: Float32Array.of(70_000) };
  expect(quantizeWeights([bias], 'float16')).toHaveLength(20);
  expect(() => quantizeWeights(broken(1), 'int4' as 'int8')).toThrow(
    'Argument "format": expected "float32", "float16", "int8", got "int4".',
  );
});
