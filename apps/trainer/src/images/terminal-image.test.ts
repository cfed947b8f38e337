import { expect, test } from 'vitest';
import { shrinkImage, terminalLines } from './terminal-image.js';

const image = { pixels: Uint8Array.of(0, 255, 255, 255, 255, 100), height: 3, width: 2 };

test('draws two rows in one line, the mean of both as a character of a ramp', () => {
  // Means 127.5, 255 and, with background below the last row, 127.5, 50.
  expect(terminalLines(image, false)).toEqual(['+@', '+:']);
});

test('draws every pixel as half a character in its grey level', () => {
  expect(terminalLines(image, true)).toEqual([
    '\x1b[38;2;0;0;0m\x1b[48;2;255;255;255m▀\x1b[38;2;255;255;255m\x1b[48;2;255;255;255m▀\x1b[0m',
    '\x1b[38;2;255;255;255m\x1b[48;2;0;0;0m▀\x1b[38;2;100;100;100m\x1b[48;2;0;0;0m▀\x1b[0m',
  ]);
});

test('gives a colour once for all characters of it', () => {
  expect(terminalLines({ pixels: new Uint8Array(6), height: 2, width: 3 }, true)).toEqual([
    '\x1b[38;2;0;0;0m\x1b[48;2;0;0;0m▀▀▀\x1b[0m',
  ]);
});

test('shrinks by means, at the edges of what is there', () => {
  const { pixels, ...size } = shrinkImage(
    { pixels: Uint8Array.of(10, 20, 30, 30, 40, 50, 60, 70, 81), height: 3, width: 3 },
    2,
  );
  expect(size).toEqual({ height: 2, width: 2 });
  // (10 + 20 + 30 + 40) / 4, (30 + 50) / 2, (60 + 70) / 2, 81
  expect([...pixels]).toEqual([25, 40, 65, 81]);
});
