let table: Uint32Array | undefined;

/** CRC-32 as gzip and PNG use it (ISO 3309, reflected polynomial EDB88320). */
export function crc32(bytes: Uint8Array): number {
  table ??= createTable();
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The remainder of each byte value. */
function createTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
}
