// Weights as one compact file, little-endian:
//
//     4 bytes    "LNTW"
//     1 byte     version of the format, 1
//     1 byte     0: float32, 1: float16, 2: int8
//     2 bytes    zeros
//     4 bytes    CRC-32 of the names and shapes of the tensors, as JSON: which network's they are
//     tensors    in the order of the layers, each beginning at a multiple of 4 bytes:
//                  a bias, in every format, and everything in float32    float32 numbers
//                  a kernel in float16                                   its bits, 16 each
//                  a kernel in int8                                      float32 scales [outputs], then int8 numbers
//     4 bytes    CRC-32 of everything before
import type { Architecture } from '../architecture/architecture.js';
import { type WeightShape, weightShapes } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { WeightsFormatError } from '../errors/weights-format-error.js';
import { crc32 } from '../training/crc32.js';
import type { NamedTensor, Weights } from '../training/weights.js';
import { decodeFloat16, encodeFloat16 } from './float16.js';
import { dequantizeInt8, quantizeInt8 } from './int8.js';

/** How the numbers of the kernels are written: 4, 2 or 1 byte each. */
export type WeightsFormat = 'float32' | 'float16' | 'int8';

const formats: readonly WeightsFormat[] = ['float32', 'float16', 'int8'];
const MAGIC = 0x57544e4c;
const VERSION = 1;
const HEADER_BYTES = 12;

/** @throws {InvalidArgumentError} when there is no such format */
export function requireWeightsFormat(argument: string, format: WeightsFormat): void {
  if (formats.includes(format)) return;
  throw new InvalidArgumentError({
    argument,
    received: format,
    message: `Argument "${argument}": expected ${formats.map((name) => `"${name}"`).join(', ')}, got ${JSON.stringify(format)}.`,
  });
}

/**
 * Writes weights as one file.
 *
 * @param weights in the order of the layers
 * @returns the bytes; the same weights give the same bytes everywhere
 * @throws {InvalidArgumentError} when a number is not finite, or too large for the format, or there is no such
 *   format
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { quantizeWeights } from '@lenet/core/models';
 *
 * console.log(quantizeWeights(initialiseWeights(lenetReport, { seed: 1 }), 'int8').length); // 46,096
 */
export function quantizeWeights(weights: Weights, format: WeightsFormat): Uint8Array {
  requireWeightsFormat('format', format);
  const end = weights.reduce((size, tensor) => size + tensorBytes(tensor.shape, format), HEADER_BYTES);
  const bytes = new Uint8Array(end + 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  view.setUint8(5, formats.indexOf(format));
  view.setUint32(8, shapesDigest(weights), true);
  let offset = HEADER_BYTES;
  for (const tensor of weights) {
    writeTensor(view, offset, tensor, format);
    offset += tensorBytes(tensor.shape, format);
  }
  view.setUint32(end, crc32(bytes.subarray(0, end)), true);
  return bytes;
}

/**
 * Reads what `quantizeWeights` wrote.
 *
 * @returns float32 tensors, in the order of the layers: of float32 the very ones that were written
 * @throws {WeightsFormatError} when the bytes are no such file, damaged, or another network's
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { quantizeWeights, readQuantizedWeights } from '@lenet/core/models';
 *
 * const bytes = quantizeWeights(initialiseWeights(lenetReport, { seed: 1 }), 'float16');
 * console.log(readQuantizedWeights(bytes, lenetReport)[0].name); // conv2d/kernel
 */
export function readQuantizedWeights(bytes: Uint8Array, architecture: Architecture): NamedTensor[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES + 4 || view.getUint32(0, true) !== MAGIC) {
    throw new WeightsFormatError('expected a file that begins with "LNTW", got another or a part of one');
  }
  if (view.getUint8(4) !== VERSION) {
    throw new WeightsFormatError(`expected version ${VERSION} of the format, got ${view.getUint8(4)}`);
  }
  const format = formats[view.getUint8(5)];
  const shapes = weightShapes(architecture);
  if (view.getUint32(8, true) !== shapesDigest(shapes)) {
    throw new WeightsFormatError(
      `expected the weights of "${architecture.name}", got those of another network`,
    );
  }
  if (!format) throw new WeightsFormatError(`expected a format from 0 to 2, got ${view.getUint8(5)}`);
  const end = shapes.reduce((size, { shape }) => size + tensorBytes(shape, format), HEADER_BYTES);
  if (bytes.length !== end + 4) {
    throw new WeightsFormatError(`expected ${end + 4} bytes, got ${bytes.length}`);
  }
  if (view.getUint32(end, true) !== crc32(bytes.subarray(0, end))) {
    throw new WeightsFormatError('its checksum does not fit; some bytes are wrong');
  }
  let offset = HEADER_BYTES;
  return shapes.map(({ name, shape }) => {
    const values = readTensor(view, offset, shape, format);
    offset += tensorBytes(shape, format);
    return { name, shape, values };
  });
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

/** Of one tensor, rounded up to a multiple of 4. */
function tensorBytes(shape: readonly number[], format: WeightsFormat): number {
  const size = sizeOf(shape);
  if (format === 'float32' || shape.length === 1) return size * 4;
  const bytes = format === 'float16' ? size * 2 : size + shape[shape.length - 1] * 4;
  return Math.ceil(bytes / 4) * 4;
}

function shapesDigest(shapes: readonly Pick<WeightShape, 'name' | 'shape'>[]): number {
  return crc32(new TextEncoder().encode(JSON.stringify(shapes.map(({ name, shape }) => [name, shape]))));
}

function writeTensor(view: DataView, start: number, tensor: NamedTensor, format: WeightsFormat): void {
  const { name, shape, values } = tensor;
  const isBias = shape.length === 1;
  const wrong = values.find(
    (value) => !Number.isFinite(value) || (format === 'float16' && !isBias && Math.abs(value) > 65504),
  );
  if (wrong !== undefined || values.length !== sizeOf(shape)) {
    throw new InvalidArgumentError({
      argument: 'weights',
      received: wrong ?? values.length,
      message: `Weights "${name}": expected ${sizeOf(shape)} finite numbers that ${format} can hold, got ${wrong ?? `${values.length} numbers`}.`,
    });
  }
  if (format === 'float32' || isBias) {
    for (const [index, value] of values.entries()) view.setFloat32(start + index * 4, value, true);
  } else if (format === 'float16') {
    for (const [index, half] of encodeFloat16(values).entries())
      view.setUint16(start + index * 2, half, true);
  } else {
    const quantized = quantizeInt8(values, shape[shape.length - 1]);
    for (const [index, scale] of quantized.scales.entries()) view.setFloat32(start + index * 4, scale, true);
    const first = start + quantized.scales.length * 4;
    for (const [index, value] of quantized.values.entries()) view.setInt8(first + index, value);
  }
}

function readTensor(
  view: DataView,
  start: number,
  shape: readonly number[],
  format: WeightsFormat,
): Float32Array {
  const size = sizeOf(shape);
  const floats = (count: number) =>
    Float32Array.from({ length: count }, (_, index) => view.getFloat32(start + index * 4, true));
  if (format === 'float32' || shape.length === 1) return floats(size);
  if (format === 'float16') {
    return decodeFloat16(
      Uint16Array.from({ length: size }, (_, index) => view.getUint16(start + index * 2, true)),
    );
  }
  const scales = floats(shape[shape.length - 1]);
  const first = start + scales.length * 4;
  return dequantizeInt8({
    values: new Int8Array(view.buffer, view.byteOffset + first, size),
    scales,
  });
}
