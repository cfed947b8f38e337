import { expect, test } from 'vitest';
import { sizeText } from './size-text.js';

test.each([
  [0, '0.0 kB'],
  [46_840, '46.8 kB'],
  [1_000_000, '1.0 MB'],
  [11_594_722, '11.6 MB'],
  [25_276_500_000, '25.3 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
