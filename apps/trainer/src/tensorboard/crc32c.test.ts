import { expect, test } from 'vitest';
import { crc32c } from './crc32c.js';

// RFC 3720, appendix B.4; the last is the check value of the CRC catalogue.
test.each([
  [new Uint8Array(32), 0x8a9136aa],
  [new Uint8Array(32).fill(0xff), 0x62a8ab43],
  [Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  [new TextEncoder().encode('123456789'), 0xe3069283],
])('the CRC-32C of %j is %d', (bytes, crc) => {
  expect(crc32c(bytes)).toBe(crc);
});
