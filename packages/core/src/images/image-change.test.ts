import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import type { Augmentation } from './augmentation.js';
import { drawChange, noChange } from './image-change.js';

const everything = {
  rotationDegrees: 90,
  scale: 0.5,
  shear: 0.25,
  shiftPixels: 2,
  warpPixels: 3,
  strokeWidthPixels: 1,
};

function draw(augmentation: Augmentation, seed = 7, epoch = 3, item = 12) {
  const change = noChange();
  drawChange(augmentation, seed, epoch, item, change);
  return change;
}

test('draws from the numbers of createKeyedRandom, in order', () => {
  const random = createKeyedRandom({ seed: 7, purpose: 'augmentation', epoch: 3, item: 12 });
  const next = () => (random.nextUint32() + 0.5) / 2 ** 31 - 1;
  const change = draw(everything);
  expect(change.rotation).toBe((Math.PI / 180) * 90 * next());
  expect(change.scale).toBe(1 + 0.5 * next());
  expect([change.shiftX, change.shiftY]).toEqual([2 * next(), 2 * next()]);
  expect([change.shear, change.strokeWidth]).toEqual([0.25 * next(), next()]);
  next();
  next();
  for (let knot = 0; knot < 32; knot += 2) {
    const word = random.nextUint32();
    expect(change.warp[knot]).toBe(3 * (((word & 0xffff) + 0.5) / 2 ** 15 - 1));
    expect(change.warp[knot + 1]).toBe(3 * (((word >>> 16) + 0.5) / 2 ** 15 - 1));
  }
});

test.each(Object.keys(everything))('leaves the other draws as they are without %s', (field) => {
  const all = draw(everything);
  const without = draw({ ...everything, [field]: 0 });
  const changed = Object.keys(all).filter(
    (name) => String(all[name as keyof typeof all]) !== String(without[name as keyof typeof all]),
  );
  const fields: Record<string, string[]> = {
    rotationDegrees: ['rotation'],
    scale: ['scale'],
    shear: ['shear'],
    shiftPixels: ['shiftX', 'shiftY'],
    warpPixels: ['warp'],
    strokeWidthPixels: ['strokeWidth'],
  };
  expect(changed).toEqual(fields[field]);
});

test('draws nothing without limits, whatever was drawn before', () => {
  const change = draw(everything);
  drawChange({}, 1, 1, 1, change);
  expect(change.warp.every((move) => Math.abs(move) === 0)).toBe(true);
  const { rotation, scale, shear, shiftX, shiftY, strokeWidth } = change;
  expect([rotation, scale, shear, shiftX, shiftY, strokeWidth].map((value) => value + 0)).toEqual([
    0, 1, 0, 0, 0, 0,
  ]);
});

test('draws uniformly to both sides', () => {
  const draws = Array.from({ length: 3000 }, (_, item) => draw(everything, 1, 1, item));
  for (const values of [draws.map(({ shiftX }) => shiftX / 2), draws.map(({ warp }) => warp[9] / 3)]) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1);
    // SD of the mean 0.0105, of the variance 0.0054: five of them.
    expect(Math.abs(mean)).toBeLessThan(0.053);
    expect(Math.abs(variance - 1 / 3)).toBeLessThan(0.027);
  }
});
