import { CheckpointFormatError } from '../errors/checkpoint-format-error.js';
import type { BestWeights, Checkpoint } from './checkpoint.js';
import { crc32 } from './crc32.js';
import type { NamedTensor } from './weights.js';

// Layout, little-endian:
//   8 bytes  magic "LENETCKP"
//   uint32   format version
//   uint32   length of the header
//   header   JSON in UTF-8: history, epoch begun, evaluations, best, step count, names and shapes of the tensors
//   float32  the tensors of `weights`, of `moments`, then of the best weights, unless those are `weights`
//   uint32   CRC-32 of all bytes before it
const MAGIC = 'LENETCKP';
const VERSION = 3;
/** It had no epoch that was begun, and always best weights. */
const EARLIER_VERSION = 2;
const FIXED_BYTES = 16;

type TensorShape = Pick<NamedTensor, 'name' | 'shape'>;
type Header = Pick<Checkpoint, 'history' | 'begun' | 'evaluations' | 'scheduleEpochs'> & {
  stepCount: number;
  weights: TensorShape[];
  moments: TensorShape[];
  /** `weights` is null where the last weights are the best. */
  best?: Omit<BestWeights, 'weights'> & { weights: TensorShape[] | null };
};

/**
 * Writes a checkpoint as bytes with a version and a checksum; `decodeCheckpoint` reads them.
 *
 * @returns for LeNet with Adam 0.5 MB, and 0.2 MB more where the best weights are not the last
 * @example
 * import { decodeCheckpoint, encodeCheckpoint } from '@lenet/core/training';
 *
 * const weights = [{ name: 'dense/bias', shape: [1], values: Float32Array.of(0.5) }];
 * const bytes = encodeCheckpoint({
 *   weights,
 *   state: { stepCount: 1, moments: [] },
 *   history: [],
 *   evaluations: [],
 *   best: { epoch: 1, step: 1, weights },
 *   scheduleEpochs: { from: 0, to: 1 },
 * });
 * console.log(decodeCheckpoint(bytes).weights[0].values[0]); // 0.5
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { weights, state, history, begun, evaluations, best, scheduleEpochs } = checkpoint;
  const describe = ({ name, shape }: NamedTensor): TensorShape => ({ name, shape });
  const bestTensors = best && best.weights !== weights ? best.weights : [];
  const header: Header = {
    history,
    ...(begun && { begun }),
    evaluations,
    scheduleEpochs,
    stepCount: state.stepCount,
    weights: weights.map(describe),
    moments: state.moments.map(describe),
    ...(best && {
      best: { ...best, weights: best.weights === weights ? null : best.weights.map(describe) },
    }),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const tensors = [...weights, ...state.moments, ...bestTensors];
  const valueCount = tensors.reduce((sum, tensor) => sum + tensor.values.length, 0);
  const bytes = new Uint8Array(FIXED_BYTES + headerBytes.length + valueCount * 4 + 4);
  const view = new DataView(bytes.buffer);

  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, VERSION, true);
  view.setUint32(12, headerBytes.length, true);
  bytes.set(headerBytes, FIXED_BYTES);
  let offset = FIXED_BYTES + headerBytes.length;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(offset, value, true);
      offset += 4;
    }
  }
  view.setUint32(offset, crc32(bytes.subarray(0, offset)), true);
  return bytes;
}

/**
 * Reads what `encodeCheckpoint` wrote.
 *
 * @param options.name of the file, for the error. @default 'checkpoint'
 * @throws {CheckpointFormatError} when the bytes are cut short, changed, of another kind or of a
 *   version that this release does not know
 * @example
 * import { decodeCheckpoint } from '@lenet/core/training';
 *
 * try {
 *   decodeCheckpoint(new Uint8Array(100), { name: 'last' });
 * } catch (error) {
 *   console.log(String(error)); // Checkpoint "last" cannot be read: it does not begin as a checkpoint …
 * }
 */
export function decodeCheckpoint(bytes: Uint8Array, { name = 'checkpoint' } = {}): Checkpoint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view, name);
  let offset = FIXED_BYTES + view.getUint32(12, true);
  const readTensor = ({ name, shape }: TensorShape): NamedTensor => {
    const values = new Float32Array(shape.reduce((product, dimension) => product * dimension, 1));
    for (let index = 0; index < values.length; index++, offset += 4) {
      values[index] = view.getFloat32(offset, true);
    }
    return { name, shape, values };
  };
  const weights = header.weights.map(readTensor);
  const moments = header.moments.map(readTensor);
  const { history, begun, evaluations, best, scheduleEpochs, stepCount } = header;
  return {
    weights,
    state: { stepCount, moments },
    history,
    ...(begun && { begun }),
    evaluations,
    ...(best && { best: { ...best, weights: best.weights?.map(readTensor) ?? weights } }),
    scheduleEpochs,
  };
}

/** Checks everything but the header's own fields, which the checksum vouches for. */
function readHeader(bytes: Uint8Array, view: DataView, name: string): Header {
  const magic = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic !== MAGIC || bytes.length < FIXED_BYTES + 4) {
    throw new CheckpointFormatError({
      name,
      isDamaged: true,
      problem: 'it does not begin as a checkpoint of Lenet does',
    });
  }
  if (view.getUint32(bytes.length - 4, true) !== crc32(bytes.subarray(0, bytes.length - 4))) {
    throw new CheckpointFormatError({
      name,
      isDamaged: true,
      problem: 'its checksum differs: it is cut short or was changed',
    });
  }
  const version = view.getUint32(8, true);
  if (version !== VERSION && version !== EARLIER_VERSION) {
    throw new CheckpointFormatError({
      name,
      isDamaged: false,
      problem: `expected version ${EARLIER_VERSION} or ${VERSION}, got ${version}`,
      remedy: 'Another release wrote it: go on with that one, or start the run again.',
    });
  }
  const headerBytes = bytes.subarray(FIXED_BYTES, FIXED_BYTES + view.getUint32(12, true));
  return JSON.parse(new TextDecoder().decode(headerBytes));
}
