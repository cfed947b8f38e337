import { lenetReport, type NamedTensor, weightShapes } from '@lenet/core';
import { dequantizeInt8, type QuantizedTensor } from '@lenet/core/models';
import type { RecognizerModel } from '../recognizer.js';

/** Each letter is `#` or one behind it, four of them; see scripts/build-weights.mjs for what stands in the text. */
const FIRST_LETTERS = 0x23232323;
const UPPER_BITS = 0xfcfcfcfc | 0;
const LOWER_BITS = 0x03030303;
const SIGNS = 0x80808080 | 0;

/** The model of this package; in a module of its own, which programs that bring weights do not load. */
export async function loadBundledModel() {
  const { weights, rules } = await import('../generated/weights.js');
  return { tensors: readTensors(decode(weights)), manifest: rules };
}

type BundledModel = Awaited<ReturnType<typeof loadBundledModel>>;

/** With weights in 32 bits. */
export function widenModel({ tensors, manifest }: BundledModel): RecognizerModel {
  const weights = tensors.map((tensor) => {
    const { name, shape } = tensor;
    return 'scales' in tensor ? { name, shape, values: dequantizeInt8(tensor) } : tensor;
  });
  return { architecture: lenetReport, weights, manifest };
}

/** Four letters at once: a page waits for this, and it is over before JavaScript engines compile it. */
function decode(text: string): ArrayBuffer {
  const letters = new Int32Array(new TextEncoder().encode(text).slice().buffer);
  const third = letters.length / 4;
  const words = new Int32Array(3 * third);
  for (let index = 0; index < third; index++) {
    const lower = letters[3 * third + index] - FIRST_LETTERS;
    words[index] = join(letters[index], lower);
    words[index + third] = join(letters[index + third], lower >> 2);
    words[index + 2 * third] = join(letters[index + 2 * third], lower >> 4);
  }
  return words.buffer;
}

function join(letters: number, lower: number): number {
  return ((((letters - FIRST_LETTERS) << 2) & UPPER_BITS) | (lower & LOWER_BITS)) ^ SIGNS;
}

function readTensors(buffer: ArrayBuffer): (NamedTensor | QuantizedTensor)[] {
  const view = new DataView(buffer);
  const shapes = weightShapes(lenetReport);
  let kernel = 0;
  let number = shapes.reduce((end, { shape }) => end + (shape.length > 1 ? sizeOf(shape) : 0), 0);
  const readNumbers = (count: number) => {
    const numbers = new Float32Array(count);
    for (let index = 0; index < count; index++, number += 4) numbers[index] = view.getFloat32(number, true);
    return numbers;
  };
  return shapes.map(({ name, shape }) => {
    const numbers = readNumbers(shape[shape.length - 1]);
    if (shape.length === 1) return { name, shape, values: numbers };
    const values = new Int8Array(buffer, kernel, sizeOf(shape));
    kernel += values.length;
    return { name, shape, values, scales: numbers };
  });
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);
