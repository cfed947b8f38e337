import { expect, test } from 'vitest';
import { fitInk } from './fit-ink';

test('the ink is moved to the middle and grows to eight tenths of the paper', () => {
  const pixels = new Uint8Array(20 * 10);
  pixels[3 * 10 + 7] = 255; // a column of two pixels
  pixels[4 * 10 + 7] = 255;
  const paper = fitInk({ pixels, height: 20, width: 10 }, 10)!;
  const inked = [...paper.keys()].filter((pixel) => paper[pixel] === 255);
  expect(inked.length).toBe(8 * 4);
  expect([inked[0], inked.at(-1)]).toEqual([13, 86]);
});

test('a paper without ink is none', () => {
  expect(fitInk({ pixels: new Uint8Array(100).fill(31), height: 10, width: 10 }, 10)).toBeUndefined();
});
