// The format safetensors, little-endian:
//
//     8 bytes    length of the header
//     header     JSON: of each tensor its type, shape and first and last byte; "__metadata__", names and texts
//     tensors    without gaps
//
// Source: https://github.com/huggingface/safetensors#format. There is no library for it on npm that is kept up.
import { modelFileError } from '../model-file-error.js';

/** Types of which we read and write tensors, with their bytes a number. */
const sizes = { F32: 4, F16: 2 } as const;

/** A tensor as the file holds it. */
export interface StoredTensor {
  readonly name: string;
  readonly dtype: keyof typeof sizes;
  readonly shape: readonly number[];
  /** float32, or the bits of float16, as `dtype` says. */
  readonly values: Float32Array | Uint16Array;
}

/** What a file holds. */
export interface SafetensorsContent {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: readonly StoredTensor[];
}

/** @returns the bytes of a file; tensors in their order, the first at a multiple of 8 bytes */
export function encodeSafetensors({ metadata, tensors }: SafetensorsContent): Uint8Array {
  let end = 0;
  const header: Record<string, unknown> = { __metadata__: metadata };
  for (const { name, dtype, shape, values } of tensors) {
    const start = end;
    end += values.byteLength;
    header[name] = { dtype, shape, data_offsets: [start, end] };
  }
  const unpadded = Buffer.from(JSON.stringify(header));
  const text = Buffer.concat([unpadded, Buffer.alloc(-unpadded.length & 7, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const parts = tensors.map(
    ({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  );
  return Buffer.concat([length, text, ...parts]);
}

interface Header {
  readonly [name: string]: {
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly data_offsets: readonly [number, number];
  };
}

/**
 * @param file its name, for messages
 * @throws {ModelFolderError} when the bytes are no safetensors, cut short, or of a type other than float32 and float16
 */
export function decodeSafetensors(file: string, bytes: Uint8Array): SafetensorsContent {
  const { __metadata__: metadata = {}, ...header } = readHeader(file, bytes) as Header & {
    __metadata__?: Record<string, string>;
  };
  const data = bytes.subarray(8 + Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)));
  const tensors = Object.entries(header).map(([name, entry]): StoredTensor => {
    const { dtype, shape, data_offsets: offsets } = entry;
    if (dtype !== 'F32' && dtype !== 'F16') {
      throw modelFileError(file, `expected float32 or float16 (F32, F16) for "${name}", got ${dtype}`);
    }
    const [start, end] = offsets;
    const size = shape.reduce((product, length) => product * length, 1) * sizes[dtype];
    if (end - start !== size || start < 0 || end > data.length) {
      throw modelFileError(
        file,
        `expected ${size} bytes for "${name}" [${shape.join(', ')}] within ${data.length} bytes, got bytes ${start} to ${end}`,
        { remedy: 'It is cut short or damaged: take it again from where it came from.' },
      );
    }
    const { buffer } = new Uint8Array(data.subarray(start, end));
    return {
      name,
      dtype,
      shape,
      values: dtype === 'F32' ? new Float32Array(buffer) : new Uint16Array(buffer),
    };
  });
  return { metadata, tensors };
}

function readHeader(file: string, bytes: Uint8Array): unknown {
  const remedy = 'Check the file, or make it again.';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 8 ? 0 : Number(view.getBigUint64(0, true));
  if (length < 2 || length > bytes.length - 8) {
    throw modelFileError(file, 'expected safetensors, got another file or a part of one', { remedy });
  }
  try {
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    if (isHeader(header)) return header;
  } catch (cause) {
    throw modelFileError(file, `expected safetensors: ${(cause as Error).message}`, { remedy, cause });
  }
  throw modelFileError(file, 'expected safetensors, got a header that does not describe tensors', { remedy });
}

function isHeader(header: unknown): boolean {
  if (typeof header !== 'object' || header === null || Array.isArray(header)) return false;
  return Object.entries(header).every(
    ([name, entry]) =>
      (name === '__metadata__' && typeof entry === 'object' && entry !== null) ||
      (typeof entry?.dtype === 'string' && isNumbers(entry.shape) && isNumbers(entry.data_offsets)),
  );
}

const isNumbers = (list: unknown) => Array.isArray(list) && list.every(Number.isSafeInteger);
