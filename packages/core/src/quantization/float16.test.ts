import { expect, test } from 'vitest';
import { decodeFloat16, encodeFloat16 } from './float16.js';
import cases from './float16-cases.json' with { type: 'json' };

test('numbers become the 16 bits that numpy gives them', () => {
  const values = new Float32Array(Uint32Array.from(cases.float32Bits).buffer);
  expect(encodeFloat16(values)).toEqual(Uint16Array.from(cases.float16Bits));
});

test('all 65,536 patterns come back, those that are no numbers as one of them', () => {
  const halves = Uint16Array.from({ length: 0x10000 }, (_, pattern) => pattern);
  const values = decodeFloat16(halves);
  const again = encodeFloat16(values);
  for (const [pattern, value] of values.entries()) {
    if (Number.isNaN(value)) expect((again[pattern] & 0x7fff) > 0x7c00).toBe(true);
    else expect(again[pattern]).toBe(pattern);
  }
  expect(values.filter(Number.isNaN)).toHaveLength(2 * 1023);
});

test('known patterns', () => {
  expect([...decodeFloat16(Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00))]).toEqual([
    1,
    -2,
    2 ** -24,
    65504,
    Infinity,
  ]);
  expect([...encodeFloat16(Float32Array.of(Number.NaN))]).toEqual([0x7e00]);
});
