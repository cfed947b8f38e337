import type { KeyedRandom } from '../../random/keyed-random.js';

/** Sizes at which something overflows, in a header's uint32. */
const TELLING_SIZES = [
  0,
  1,
  2,
  255,
  65_536,
  2 ** 20,
  2 ** 27,
  2 ** 28,
  2 ** 30,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
];
const TELLING_BYTES = [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 0x1f, 127, 128, 254, 255];

/** @returns a copy with one to four changes, every second of them where the header is */
export function mutateBytes(original: Uint8Array, random: KeyedRandom): Uint8Array {
  let bytes = Uint8Array.from(original);
  const place = () => random.nextBelow((random.nextBelow(2) ? Math.min(16, bytes.length) : bytes.length) + 1);
  for (let changes = 1 + random.nextBelow(4); changes > 0; changes--) {
    const at = place();
    const change = random.nextBelow(8);
    if (change === 0) bytes = bytes.slice(0, at);
    else if (change === 1) bytes = joined(bytes, noise(random.nextBelow(40), random));
    else if (change === 2)
      bytes = joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.nextBelow(8)));
    else if (change === 3) bytes = joined(bytes.subarray(0, at), bytes.subarray(place()));
    else if (change === 4) bytes[at] = TELLING_BYTES[random.nextBelow(TELLING_BYTES.length)];
    else if (change === 5) bytes[at] ^= 1 << random.nextBelow(8);
    else if (change === 6) bytes.set(noise(4, random).subarray(0, Math.max(0, bytes.length - at)), at);
    else if (bytes.length >= 8) {
      const dimension = 4 + 4 * random.nextBelow(Math.min(4, (bytes.length - 4) >> 2));
      const size = TELLING_SIZES[random.nextBelow(TELLING_SIZES.length)];
      new DataView(bytes.buffer).setUint32(dimension, size);
    }
  }
  return bytes;
}

function noise(length: number, random: KeyedRandom): Uint8Array {
  return Uint8Array.from({ length }, () => random.nextBelow(256));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
