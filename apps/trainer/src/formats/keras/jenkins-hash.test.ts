import { expect, test } from 'vitest';
import { jenkinsHash } from './jenkins-hash.js';

// Those of driver5 in lookup3.c.
test.each([
  ['', 0xdeadbeef],
  ['Four score and seven years ago', 0x17770551],
])('"%s"', (text, hash) => {
  expect(jenkinsHash(Buffer.from(text))).toBe(hash);
});
