import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { generateDigits } from './generate-digits.js';

/** FNV-1a, 32 bits. */
const hashOf = (bytes: Uint8Array): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;

const imageOf = (pixels: Uint8Array, item: number): Uint8Array =>
  pixels.subarray(item * 784, (item + 1) * 784);

// A change of these is a change of every result on synthetic data: a release of its own.
test.each([
  ['training', 2163226566, 1926141867],
  ['test', 1933371036, 3581494243],
] as const)('gives the pinned bytes: %s', (split, pixels, labels) => {
  const digits = generateDigits({ count: 500, seed: 1, split });
  expect([hashOf(digits.pixels), hashOf(digits.labels)]).toEqual([pixels, labels]);
});

test('gives the same first images however many are made', () => {
  const few = generateDigits({ count: 13, seed: 5 });
  const many = generateDigits({ count: 40, seed: 5 });
  expect(many.labels.subarray(0, 13)).toEqual(few.labels);
  expect(many.pixels.subarray(0, 13 * 784)).toEqual(few.pixels);
});

test('gives the same images in parts', () => {
  const whole = generateDigits({ count: 30, seed: 5 });
  const part = generateDigits({ first: 10, count: 13, seed: 5 });
  expect(part.labels).toEqual(whole.labels.subarray(10, 23));
  expect(part.pixels).toEqual(whole.pixels.subarray(10 * 784, 23 * 784));
  expect(() => generateDigits({ first: 5, count: 1, seed: 5 })).toThrow(
    'Argument "first": expected a multiple of 10, got 5. Each ten images in a row hold every digit once.',
  );
});

test('holds every digit once in each ten, in differing orders', () => {
  const { labels } = generateDigits({ count: 95, seed: 2 });
  const tens = Array.from({ length: 9 }, (_, ten) => [...labels.subarray(10 * ten, 10 * ten + 10)]);
  for (const ten of tens) expect([...ten].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(tens.map(String)).size).toBe(9);
  expect(new Set(labels.subarray(90)).size).toBe(5);
});

test('makes no image twice, in no set of a seed and in no other seed', () => {
  const sets = [
    generateDigits({ count: 400, seed: 1 }),
    generateDigits({ count: 400, seed: 1, split: 'test' }),
    generateDigits({ count: 400, seed: 2 }),
  ];
  const images = sets.flatMap(({ pixels }) =>
    Array.from({ length: 400 }, (_, item) => imageOf(pixels, item).join()),
  );
  expect(new Set(images).size).toBe(1200);
});

test('normalises as MNIST: longer side of 20 pixels, centre of mass within half a pixel of (14, 14)', () => {
  const { pixels } = generateDigits({ count: 1000, seed: 3 });
  for (let item = 0; item < 1000; item++) {
    const image = imageOf(pixels, item);
    let [mass, massX, massY] = [0, 0, 0];
    let [left, right, top, bottom] = [28, -1, 28, -1];
    image.forEach((value, index) => {
      if (value === 0) return;
      const [row, column] = [Math.floor(index / 28), index % 28];
      mass += value;
      massX += value * column;
      massY += value * row;
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    });
    expect(mass / 255).toBeGreaterThan(8);
    expect(mass / 255).toBeLessThan(250);
    expect(Math.abs(massX / mass - 14)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(massY / mass - 14)).toBeLessThanOrEqual(0.5);
    expect(Math.max(right - left, bottom - top) + 1).toBe(20);
    expect(Math.max(...image)).toBeGreaterThan(30); // a hairline covers no pixel whole, of a coarse scan least
  }
});

test('leaves families of styles out, and changes no other image', () => {
  const all = generateDigits({ count: 400, seed: 1 });
  const without = generateDigits({ count: 400, seed: 1, without: ['crossed seven', 'curled seven'] });
  expect(without.labels).toEqual(all.labels);
  const changed = [...all.labels.keys()].filter(
    (item) => imageOf(all.pixels, item).join() !== imageOf(without.pixels, item).join(),
  );
  expect(changed.length).toBeGreaterThan(5);
  expect(new Set(changed.map((item) => all.labels[item]))).toEqual(new Set([7]));
  expect(() => generateDigits({ count: 1, seed: 1, without: ['crossed'] })).toThrow(
    /^Argument "without": expected families of styles, got "crossed". There are: zero with crossing ends, /,
  );
});

test('makes images of another size', () => {
  const digits = generateDigits({ count: 3, seed: 1, size: 32 });
  expect([digits.height, digits.width, digits.pixels.length]).toEqual([32, 32, 3 * 1024]);
});

test('makes an empty set', () => {
  expect(generateDigits({ count: 0, seed: 1 }).count).toBe(0);
});

test.each([
  [
    { count: -1, seed: 1 },
    'count',
    'Argument "count": expected a whole number from 0 to 4294967295, got -1.',
  ],
  [
    { count: 1, seed: 0.5 },
    'seed',
    'Argument "seed": expected a whole number from 0 to 4294967295, got 0.5.',
  ],
  [{ count: 1, seed: 1, size: 8 }, 'size', 'Argument "size": expected a whole number from 14 to 256, got 8.'],
  [
    { count: 1, seed: 1, split: 'validation' as 'test' },
    'split',
    'Argument "split": expected "training" or "test", got "validation".',
  ],
])('refuses %j', (options, argument, message) => {
  const received = options[argument as keyof typeof options];
  expect(() => generateDigits(options)).toThrow(new InvalidArgumentError({ argument, received, message }));
});
