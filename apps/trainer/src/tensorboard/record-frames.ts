// TFRecord: `uint64 length, uint32 masked CRC-32C of the length, data, uint32 masked CRC-32C of the data`, little-endian.
// Source: https://www.tensorflow.org/tutorials/load_data/tfrecord, "TFRecords format details".
import { crc32c } from './crc32c.js';

const HEADER_BYTES = 12;
const FOOTER_BYTES = 4;

/** A CRC of data that has CRCs in it would be weak: it is turned and shifted. */
function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** @returns the data with its frame */
export function frameRecord(data: Uint8Array): Uint8Array {
  const framed = new Uint8Array(HEADER_BYTES + data.length + FOOTER_BYTES);
  const view = new DataView(framed.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc(framed.subarray(0, 8)), true);
  framed.set(data, HEADER_BYTES);
  view.setUint32(HEADER_BYTES + data.length, maskedCrc(data), true);
  return framed;
}

/** A record and where its frame ends. */
export interface FramedRecord {
  readonly data: Uint8Array;
  readonly end: number;
}

/** The records of a file, up to the first that is cut short or damaged. */
export function* readRecords(bytes: Uint8Array): Generator<FramedRecord, void, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  while (start + HEADER_BYTES + FOOTER_BYTES <= bytes.length) {
    if (view.getUint32(start + 8, true) !== maskedCrc(bytes.subarray(start, start + 8))) return;
    const length = Number(view.getBigUint64(start, true));
    const end = start + HEADER_BYTES + length + FOOTER_BYTES;
    if (end > bytes.length) return;
    const data = bytes.subarray(start + HEADER_BYTES, end - FOOTER_BYTES);
    if (view.getUint32(end - FOOTER_BYTES, true) !== maskedCrc(data)) return;
    yield { data, end };
    start = end;
  }
}
