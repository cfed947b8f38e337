import { expect, test } from 'vitest';
import { drawAnswer } from './predict-drawing.js';

/** A vertical bar of full ink in the columns 14 and 15. */
const pixels = Uint8Array.from({ length: 784 }, (_, index) => ([14, 15].includes(index % 28) ? 255 : 0));
const decision = { digit: 1, probabilities: [0.25, 0.75] };
const plain = { width: 80, hasColours: false, hasUnicode: false };

test('the picture, and beside its middle a bar for each class', () => {
  const lines = drawAnswer({ pixels }, decision, ['0', '1'], plain).split('\n');
  const ink = `${' '.repeat(14)}@@`;
  expect(lines).toHaveLength(15);
  expect(lines[5]).toBe(ink);
  expect(lines[6]).toBe(`${ink.padEnd(31)}0    25.0 %  ${'#'.repeat(8)}`);
  expect(lines[7]).toBe(`${ink.padEnd(31)}1    75.0 %  ${'#'.repeat(23)}`);
  expect(lines[8]).toBe(ink);
});

test('below it where the terminal is narrow', () => {
  const lines = drawAnswer({ pixels }, decision, ['0', '1'], { ...plain, width: 40 }).split('\n');
  expect(lines.slice(14)).toEqual([
    '',
    `0    25.0 %  ${'#'.repeat(7)}`,
    `1    75.0 %  ${'#'.repeat(20)}`,
    '',
  ]);
});

test('bars of eighths of a character where the terminal has them, the answer in green where it has colours', () => {
  const terminal = { width: 40, hasColours: true, hasUnicode: true };
  const answer = { digit: 0, probabilities: [0.51, 0.49] };
  const lines = drawAnswer({ pixels }, answer, ['0', '1'], terminal).split('\n');
  // 0.51 and 0.49 of 27 columns: 110 and 106 eighths.
  expect(lines.slice(15, 17)).toEqual([
    `\u001b[32m0    51.0 %  ${'█'.repeat(13)}▊\u001b[39m`,
    `1    49.0 %  ${'█'.repeat(13)}▎`,
  ]);
});

test('of many classes the twelve most probable', () => {
  const probabilities = Array.from({ length: 47 }, (_, label) => (label + 1) / 1128);
  const classes = probabilities.map((_, label) => `c${label}`);
  const bars = drawAnswer({ pixels }, { digit: 46, probabilities }, classes, plain).match(/c\d+/g);
  expect(bars).toEqual(Array.from({ length: 12 }, (_, index) => `c${46 - index}`));
});
