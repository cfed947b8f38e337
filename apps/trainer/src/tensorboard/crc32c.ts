/** Castagnoli's polynomial, bits in reverse order. */
const POLYNOMIAL = 0x82f63b78;

let table: Uint32Array | undefined;

function createTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    return value;
  });
}

/** CRC-32C of bytes, a uint32. Source: RFC 3720, appendix B.4. */
export function crc32c(bytes: Uint8Array): number {
  table ??= createTable();
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return ~crc >>> 0;
}
