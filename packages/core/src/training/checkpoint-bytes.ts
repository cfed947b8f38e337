import { CheckpointFormatError } from '../errors/checkpoint-format-error.js';
import type { Checkpoint } from './checkpoint.js';
import { crc32 } from './crc32.js';
import type { NamedTensor } from './weights.js';

// Layout, little-endian:
//   8 bytes  magic "LENETCKP"
//   uint32   format version
//   uint32   length of the header
//   header   JSON in UTF-8: history, best epoch, step count, names and shapes of the tensors
//   float32  the tensors of `weights`, then of `moments`, in the order of the header
//   uint32   CRC-32 of all bytes before it
const MAGIC = 'LENETCKP';
const VERSION = 1;
const FIXED_BYTES = 16;

type TensorShape = Pick<NamedTensor, 'name' | 'shape'>;
type Header = Pick<Checkpoint, 'history' | 'bestEpoch'> & {
  stepCount: number;
  weights: TensorShape[];
  moments: TensorShape[];
};

/** Writes a checkpoint as bytes with a version and a checksum; `decodeCheckpoint` reads them. */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { weights, state, history, bestEpoch } = checkpoint;
  const describe = ({ name, shape }: NamedTensor): TensorShape => ({ name, shape });
  const header: Header = {
    history,
    bestEpoch,
    stepCount: state.stepCount,
    weights: weights.map(describe),
    moments: state.moments.map(describe),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const tensors = [...weights, ...state.moments];
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
 * @param name of the file, for the error. @default 'checkpoint'
 * @throws {CheckpointFormatError} when the bytes are cut short, changed, of another kind or of a
 *   version that this release does not know
 */
export function decodeCheckpoint(bytes: Uint8Array, { name = 'checkpoint' } = {}): Checkpoint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic !== MAGIC || bytes.length < FIXED_BYTES + 4) {
    throw new CheckpointFormatError({ name, problem: 'it does not begin as a checkpoint of Lenet does' });
  }
  if (view.getUint32(bytes.length - 4, true) !== crc32(bytes.subarray(0, bytes.length - 4))) {
    throw new CheckpointFormatError({
      name,
      problem: 'its checksum differs: it is cut short or was changed',
    });
  }
  const version = view.getUint32(8, true);
  if (version !== VERSION) {
    throw new CheckpointFormatError({ name, problem: `expected version ${VERSION}, got ${version}` });
  }
  const headerLength = view.getUint32(12, true);
  const headerBytes = bytes.subarray(FIXED_BYTES, FIXED_BYTES + headerLength);
  const header: Header = JSON.parse(new TextDecoder().decode(headerBytes));

  let offset = FIXED_BYTES + headerLength;
  const readTensor = ({ name, shape }: TensorShape): NamedTensor => {
    const values = new Float32Array(shape.reduce((product, dimension) => product * dimension, 1));
    for (let index = 0; index < values.length; index++, offset += 4) {
      values[index] = view.getFloat32(offset, true);
    }
    return { name, shape, values };
  };
  const weights = header.weights.map(readTensor);
  const moments = header.moments.map(readTensor);
  return {
    weights,
    state: { stepCount: header.stepCount, moments },
    history: header.history,
    bestEpoch: header.bestEpoch,
  };
}
