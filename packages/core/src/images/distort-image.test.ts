import { expect, test } from 'vitest';
import { distortImage } from './distort-image.js';
import { type DistortionKind, distortions } from './distortions.js';

const key = { seed: 1, index: 0 };
/** A bar of 4x6 in the middle of 10x10. */
const bar = {
  pixels: Uint8Array.from({ length: 100 }, (_, at) => {
    const row = Math.floor(at / 10);
    const column = at % 10;
    return row >= 2 && row < 8 && column >= 3 && column < 7 ? 200 : 0;
  }),
  height: 10,
  width: 10,
};
const sum = (pixels: Uint8Array) => pixels.reduce((total, value) => total + value, 0);

test.each(distortions)(
  '$kind of strength 0 changes nothing, and of its strengths something',
  ({ kind, strengths }) => {
    expect(distortImage(bar, kind, 0, key)).toEqual(bar.pixels);
    for (const strength of strengths) expect(distortImage(bar, kind, strength, key)).not.toEqual(bar.pixels);
  },
);

test('the strengths of each grow', () => {
  for (const { strengths } of distortions) expect([...strengths].sort((a, b) => a - b)).toEqual(strengths);
});

test('depends on seed, position and kind, and gives the same again', () => {
  const noise = (seed: number, index: number) => distortImage(bar, 'noise', 40, { seed, index });
  expect(noise(1, 0)).toEqual(noise(1, 0));
  expect(noise(1, 0)).not.toEqual(noise(2, 0));
  expect(noise(1, 0)).not.toEqual(noise(1, 1));
});

test('goes to both sides, as often to one as to the other', () => {
  const turned = Array.from({ length: 200 }, (_, index) =>
    String(distortImage(bar, 'rotation', 20, { seed: 1, index })),
  );
  const [first] = turned;
  const same = turned.filter((pixels) => pixels === first).length;
  expect(new Set(turned).size).toBe(2);
  // Binomial SD is 7: four of them.
  expect(Math.abs(same - 100)).toBeLessThan(29);
});

test('a quarter turn lays the bar down', () => {
  const lying = distortImage(bar, 'rotation', 90, key);
  const expected = bar.pixels.map((_, at) => bar.pixels[(at % 10) * 10 + Math.floor(at / 10)]);
  expect(lying).toEqual(expected);
});

test('contrast goes towards middle grey, inversion to the negative', () => {
  const image = { pixels: Uint8Array.of(0, 100, 200, 255), height: 2, width: 2 };
  expect([...distortImage(image, 'contrast', 0.8, key)]).toEqual([102, 122, 142, 153]);
  expect([...distortImage(image, 'inversion', 1, key)]).toEqual([255, 155, 55, 0]);
  expect([...distortImage(image, 'inversion', 0.2, key)]).toEqual([51, 111, 171, 204]);
});

test('a blur spreads a point as a Gaussian does, and keeps its ink', () => {
  const point = { pixels: new Uint8Array(121), height: 11, width: 11 };
  point.pixels[60] = 255;
  const blurred = distortImage(point, 'blur', 1, key);
  // 255 / (2 pi) of the middle, exp(-1/2) of that beside it, exp(-1) across.
  expect([blurred[60], blurred[61], blurred[71], blurred[72]]).toEqual([41, 25, 25, 15]);
  expect(Math.abs(sum(blurred) - 255)).toBeLessThan(8);
});

test('noise has the standard deviation it is given, where nothing is cut', () => {
  const grey = { pixels: new Uint8Array(10_000).fill(128), height: 100, width: 100 };
  const noisy = Array.from(distortImage(grey, 'noise', 16, key), (value) => value - 128);
  const mean = noisy.reduce((total, value) => total + value, 0) / 10_000;
  const deviation = Math.sqrt(noisy.reduce((total, value) => total + (value - mean) ** 2, 0) / 10_000);
  expect(Math.abs(mean)).toBeLessThan(0.6);
  expect(deviation).toBeCloseTo(16, 0);
});

test('occlusion takes ink away in one square', () => {
  const occluded = distortImage(bar, 'occlusion', 4, key);
  const lost = [...bar.pixels.keys()].filter((at) => bar.pixels[at] > 0 && occluded[at] === 0);
  expect(lost.length).toBeGreaterThan(0);
  const rows = lost.map((at) => Math.floor(at / 10));
  expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(4);
  expect(lost).toHaveLength(bar.pixels.filter((value) => value > 0).length - occluded.filter(Boolean).length);
});

test('an image without ink stays without', () => {
  const blank = { pixels: new Uint8Array(100), height: 10, width: 10 };
  expect(distortImage(blank, 'occlusion', 4, key)).toEqual(blank.pixels);
});

test.each<[DistortionKind, number, string]>([
  [
    'melting' as DistortionKind,
    1,
    'Argument "kind": expected "rotation", "scale", "shear", "shift", "stroke-width", "blur", "noise", "contrast", "inversion", "occlusion", got "melting".',
  ],
  ['blur', -1, 'Argument "strength": expected a number of 0 or more for blur, got -1.'],
  ['contrast', 2, 'Argument "strength": expected a number from 0 to 1 for contrast, got 2.'],
])('refuses %s of %d', (kind, strength, message) => {
  expect(() => distortImage(bar, kind, strength, key)).toThrow(expect.objectContaining({ message }));
});
