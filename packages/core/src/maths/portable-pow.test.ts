import { expect, test } from 'vitest';
import { portablePow } from './portable-pow.js';
import { grid, hashOf, ulps } from './testing/bits.js';

// tooling/oracle/portable_maths.py
test.each([
  [0.9, 1.0, 0.9],
  [0.9, 6000.0, 2.8513900904532174e-275],
  [0.999, 100000.0, 3.5385276883431275e-44],
  [1.0000001, 7090000000.0, 8.218119526180608e307],
  [0.99999999, -10000000000.0, 2.6881198365902337e43],
  [10.0, 0.3, 1.9952623149688795],
  [10.0, -308.5, 3.16227766016838e-309],
  [0.1, 323.0, 1e-323],
  [1.5, 1750.0, 1.4444527745742028e308],
  [2.0, 0.5, Math.SQRT2],
  [2.5, -810.25, 4e-323],
  [123.456, 7.89, 3.1771028258180936e16],
  [-7.0, -33.0, -1.2934947773283689e-28],
  [-1.1, 7400.0, 2.0224145023915382e306],
  [3e-320, 0.25, 1.31607035003431e-80],
  [1.7e308, 0.99, 1.4065152073912217e305],
])('%d to the power %d is within one unit in the last place of %d', (base, exponent, expected) => {
  expect(ulps(portablePow(base, exponent), expected)).toBeLessThanOrEqual(1);
});

test.each([0.01, 0.3, 0.9, 1.1, 3, 20])('powers of %d are within two units of the built-in', (base) => {
  const worst = grid(-150, 150, 10_000).map((y) => ulps(portablePow(base, y), base ** y));
  expect(Math.max(...worst)).toBeLessThanOrEqual(2);
});

test('a power of whole numbers that a float64 can hold is exact', () => {
  let count = 0;
  for (let base = 2; base <= 1000; base++) {
    let product = base;
    for (let exponent = 1; product <= Number.MAX_SAFE_INTEGER; exponent++) {
      expect(portablePow(base, exponent), `${base} ** ${exponent}`).toBe(product);
      product *= base;
      count++;
    }
  }
  expect(count).toBe(6000);
});

// The hash is the identity across engines.
test('gives the pinned bits', () => {
  const bases = grid(0, 3, 200);
  const powers = grid(-40, 40, 100).flatMap((exponent) => bases.map((base) => portablePow(base, exponent)));
  expect(hashOf(powers)).toBe(557043528);
});

const special = [0, 0.5, 1, 1.5, 2, 3, 2 ** 52 + 1, 2 ** 53, 1e300, 5e-324, Number.MAX_VALUE, Infinity];
const signed = [...special.flatMap((value) => [value, -value]), NaN];

test.each(signed)('%d to every special power is what ECMAScript says', (base) => {
  for (const exponent of signed) {
    const expected = base ** exponent;
    const power = portablePow(base, exponent);
    if (Number.isFinite(expected) && ulps(power, expected) <= 1 && expected !== 0) continue;
    expect(power, `${base} ** ${exponent}`).toBe(expected);
  }
});
