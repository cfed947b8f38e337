import { generateDigits } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { scanCoarsely } from './coarse-scans.js';

const digits = generateDigits({ count: 200, seed: 7 });

test('digits stay digits of the same size, each by its place', () => {
  const scans = scanCoarsely(digits, 1);
  expect(scans).toMatchObject({ count: 200, height: 28, width: 28 });
  const first = scanCoarsely({ ...digits, count: 3, pixels: digits.pixels.slice(0, 3 * 784) }, 1);
  expect(first.pixels).toEqual(scans.pixels.slice(0, 3 * 784));
  expect(scanCoarsely(digits, 2).pixels).not.toEqual(scans.pixels);
});

test('a scan blurs: fewer pixels are full ink', () => {
  const full = ({ pixels }: { pixels: Uint8Array }) => pixels.filter((ink) => ink > 250).length;
  expect(full(scanCoarsely(digits, 1))).toBeLessThan(0.8 * full(digits));
});

test('an image without ink has no scan', () => {
  const empty = { pixels: new Uint8Array(784), count: 1, height: 28, width: 28 };
  expect(scanCoarsely(empty, 1).count).toBe(0);
});
