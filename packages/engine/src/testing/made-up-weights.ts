import {
  createLabelledImages,
  type LabelledImages,
  lenetReport,
  type NamedTensor,
  weightShapes,
} from '@lenet/core';

/**
 * Numbers from 0 to below 1, of 32-bit integer arithmetic only: tooling/oracle/engine/torch_lenet.py makes
 * the same.
 */
function scrambled(count: number, salt: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    let number = Math.imul(index + salt * 100_003, 2_654_435_761) >>> 0;
    number = (number ^ (number >>> 15)) >>> 0;
    number = Math.imul(number, 2_246_822_519) >>> 0;
    number = (number ^ (number >>> 13)) >>> 0;
    return number / 2 ** 32;
  });
}

/** Weights of `lenetReport`, none of them 0. */
export function madeUpWeights(): NamedTensor[] {
  return weightShapes(lenetReport).map(({ name, shape }, index) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const inputs = shape.length > 1 ? count / shape[shape.length - 1] : 25;
    const values = scrambled(count, index + 1).map((value) => ((value - 0.5) * 3) / Math.sqrt(inputs));
    return { name, shape, values: Float32Array.from(values) };
  });
}

/** Images of random grey levels. */
export function madeUpImages(labels: readonly number[]): LabelledImages {
  const pixels = Uint8Array.from(scrambled(labels.length * 784, 99), (value) => Math.floor(value * 256));
  return createLabelledImages({ pixels, labels: Uint8Array.from(labels), height: 28, width: 28 });
}
