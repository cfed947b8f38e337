import { expect, test } from 'vitest';
import { normalizeDigit } from './normalize-digit.js';
import cases from './normalize-resample.cases.json' with { type: 'json' };
import { greyLevelsApart, readImage } from './testing/read-case.js';

/** Ink of one strength in a rectangle of an otherwise empty picture. */
function rectangle(size: [number, number], box: [number, number, number, number], value = 255): Uint8Array {
  const [height, width] = size;
  const [left, top, right, bottom] = box;
  const pixels = new Uint8Array(height * width);
  for (let row = top; row < bottom; row++) pixels.fill(value, row * width + left, row * width + right);
  return pixels;
}

/** Rows of a normalised image, as far as they have ink: `[row, column, values…]`. */
function inkRows(image: Uint8Array | null): number[][] {
  if (image === null) return [];
  return Array.from({ length: 28 }, (_, row) => [...image.subarray(row * 28, row * 28 + 28)]).flatMap(
    (line, row) => {
      const first = line.findIndex((value) => value > 0);
      const last = line.findLastIndex((value) => value > 0);
      return first === -1 ? [] : [[row, first, ...line.slice(first, last + 1)]];
    },
  );
}

test('shrinks a bar to 20 rows, with its proportions, around the middle', () => {
  const pixels = rectangle([280, 280], [130, 40, 150, 240]); // 20 x 200
  const rows = inkRows(normalizeDigit({ pixels, height: 280, width: 280 }));
  expect(rows).toHaveLength(20);
  // 2 of 20 columns; the middle of rows 4 to 23 is 13.5, half a pixel before 14.
  rows.forEach((row, index) => {
    expect(row).toEqual([5 + index, 14, 255, 255]);
  });
});

test('makes the last column as faint as the bar covers it', () => {
  const pixels = rectangle([100, 100], [10, 0, 17, 40], 200); // 7 x 40: 3.5 x 20
  const rows = inkRows(normalizeDigit({ pixels, height: 100, width: 100 }));
  // The centre of mass of 200, 200, 200, 100 is 9 / 7 of a pixel right of the first.
  for (const row of rows) expect(row.slice(1)).toEqual([13, 200, 200, 200, 100]);
  expect(rows).toHaveLength(20);
});

test('grows a small digit', () => {
  const rows = inkRows(normalizeDigit({ pixels: Uint8Array.of(0, 0, 255, 255), height: 2, width: 2 }));
  // 2 x 1 pixels become 20 x 10.
  expect(rows).toHaveLength(10);
  for (const row of rows) expect(row).toHaveLength(2 + 20);
});

test('a single pixel becomes a full square', () => {
  const rows = inkRows(normalizeDigit({ pixels: Uint8Array.of(255), height: 1, width: 1 }));
  expect(rows).toHaveLength(20);
  for (const row of rows) expect(row.slice(2)).toEqual(new Array(20).fill(255));
});

test('puts the centre of mass, not the box, in the middle, and keeps all ink inside', () => {
  // A full column at the left and a thin line to the right: the mass is at the left.
  const pixels = rectangle([20, 20], [0, 0, 4, 20]);
  pixels.fill(255, 10 * 20, 11 * 20);
  const rows = inkRows(normalizeDigit({ pixels, height: 20, width: 20 }));
  // Mass 96 pixels, sum of columns 80 * 1.5 + (4 + … + 19) = 304, mean 3.17: column 14 would need a
  // start at 11, but 20 columns fit only from column 8 on.
  expect(rows[0]).toEqual([4, 8, 255, 255, 255, 255]);
  expect(rows[10]).toHaveLength(2 + 20);
});

test('takes floats from 0 to 1 as it takes bytes, and clamps what is outside', () => {
  const bytes = rectangle([30, 40], [5, 5, 12, 27], 100);
  const floats = Float32Array.from(bytes, (value) => value / 255);
  const size = { height: 30, width: 40 };
  expect(normalizeDigit({ pixels: floats, ...size })).toEqual(normalizeDigit({ pixels: bytes, ...size }));
  const wild = Float32Array.from(bytes, (value) => (value > 0 ? 7 : -3));
  expect(Math.max(...normalizeDigit({ pixels: wild, ...size })!)).toBe(255);
  expect(inkRows(normalizeDigit({ pixels: wild, ...size }))).toHaveLength(20);
});

test('does not care where the digit is and how large it is', () => {
  const small = rectangle([60, 60], [10, 10, 20, 40]);
  small.fill(0, 30 * 60, 35 * 60);
  const large = new Uint8Array(300 * 300);
  for (let row = 0; row < 180; row++) {
    for (let column = 0; column < 180; column++) {
      large[(row + 100) * 300 + column + 90] = small[Math.floor(row / 3) * 60 + Math.floor(column / 3)];
    }
  }
  expect(normalizeDigit({ pixels: large, height: 300, width: 300 })).toEqual(
    normalizeDigit({ pixels: small, height: 60, width: 60 }),
  );
});

test('a blank picture gives null', () => {
  expect(normalizeDigit({ pixels: new Uint8Array(12), height: 3, width: 4 })).toBeNull();
  expect(normalizeDigit({ pixels: new Float32Array(12).fill(Number.NaN), height: 3, width: 4 })).toBeNull();
  expect(normalizeDigit({ pixels: new Uint8Array(0), height: 0, width: 0 })).toBeNull();
});

test('refuses pixels that do not fit the size', () => {
  expect(() => normalizeDigit({ pixels: new Uint8Array(11), height: 3, width: 4 })).toThrow(
    'Ink image: expected 12 pixels for 3x4, got 11. Give one number for each pixel.',
  );
});

test('takes clamped bytes where they begin in their buffer', () => {
  const bytes = rectangle([30, 40], [5, 5, 12, 27], 100);
  const shared = new Uint8ClampedArray(bytes.length + 7);
  shared.set(bytes, 7);
  const size = { height: 30, width: 40 };
  expect(normalizeDigit({ pixels: shared.subarray(7), ...size })).toEqual(
    normalizeDigit({ pixels: bytes, ...size }),
  );
});

// tooling/oracle/images/normalize_resample.py
test.each(cases.normalized)(
  'is within one grey level of the oracle, case %#',
  ({ image, options, expected }) => {
    const normalized = normalizeDigit(readImage(image), options);
    expect(greyLevelsApart(normalized!, readImage(expected).pixels)).toBeLessThanOrEqual(1);
  },
);

test('a threshold of 1 leaves no ink to find', () => {
  const ink = { pixels: new Uint8Array(9).fill(255), height: 3, width: 3 };
  expect(normalizeDigit(ink, { threshold: 1 })).toBeNull();
});

test.each([
  [{ size: 0 }, 'Argument "size": expected a whole number from 1 to 1024, got 0.'],
  [{ size: 16 }, 'Argument "digitSize": expected a whole number from 1 to 16, got 20.'],
  [{ threshold: -0.1 }, 'Argument "threshold": expected a number from 0 to 1, got -0.1.'],
  [{ threshold: Number.NaN }, 'Argument "threshold": expected a number from 0 to 1, got NaN.'],
])('refuses the options %j', (options, message) => {
  const ink = { pixels: new Uint8Array(9), height: 3, width: 3 };
  expect(() => normalizeDigit(ink, options)).toThrow(message);
});
