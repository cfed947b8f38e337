import { expect, test } from 'vitest';
import { terminalGrid } from './terminal-grid.js';

/** An image that is all ink. */
const tile = (caption: string, side = 4) => ({
  caption,
  image: { pixels: new Uint8Array(side * side).fill(255), height: side, width: side },
});

test('puts as many side by side as fit', () => {
  expect(terminalGrid([tile('0 #1'), tile('1 #2'), tile('2 #30')], { width: 16, hasColours: false })).toBe(
    '0 #1  1 #2  2 #…\n@@@@  @@@@  @@@@\n@@@@  @@@@  @@@@\n',
  );
  const seven = Array.from({ length: 7 }, (_, index) => tile(`${index}`));
  expect(terminalGrid(seven, { width: 28, hasColours: false })).toBe(
    '0     1     2     3     4\n@@@@  @@@@  @@@@  @@@@  @@@@\n@@@@  @@@@  @@@@  @@@@  @@@@\n' +
      '\n5     6\n@@@@  @@@@\n@@@@  @@@@\n',
  );
});

test('makes images smaller until five fit, and shows fewer tiles larger', () => {
  const widths = (count: number, width: number) =>
    terminalGrid(
      Array.from({ length: count }, () => tile('', 28)),
      { width, hasColours: false },
    )
      .split('\n')[1]
      .split('  ')
      .map((part) => part.length);
  expect(widths(10, 80)).toEqual([14, 14, 14, 14, 14]);
  expect(widths(2, 80)).toEqual([28, 28]);
  expect(widths(10, 148)).toEqual([28, 28, 28, 28, 28]);
  // A terminal narrower than any image still shows one.
  expect(widths(3, 1)).toEqual([1]);
});

test('nothing is nothing', () => {
  expect(terminalGrid([], { width: 80, hasColours: false })).toBe('');
});
