import { lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { unitBeside } from './unit-beside';

const [convolution, dense] = [2, 5];

test.each([
  ['ArrowUp', { row: 0 }],
  ['ArrowDown', { row: 2 }],
  ['ArrowLeft', { column: 6 }],
  ['ArrowRight', { column: 7 }],
  ['PageUp', { channel: 3 }],
  ['PageDown', { channel: 5 }],
])('on an 8x8 map %s leads to %j, and not over the edge', (key, moved) => {
  const unit = { layerIndex: convolution, row: 1, column: 7, channel: 4 };
  expect(unitBeside(lenetReport, unit, key)).toEqual({ ...unit, ...moved });
});

test.each([
  ['ArrowUp', 5],
  ['ArrowDown', 65],
  ['ArrowLeft', 34],
  ['ArrowRight', 36],
])('in a dense layer of 120, 30 in a row, %s leads from 35 to %i', (key, channel) => {
  const unit = { layerIndex: dense, row: 0, column: 0, channel: 35 };
  expect(unitBeside(lenetReport, unit, key)).toEqual({ ...unit, channel });
});

test('a dense layer ends at its first and last number', () => {
  const last = { layerIndex: dense, row: 0, column: 0, channel: 119 };
  expect(unitBeside(lenetReport, last, 'ArrowDown')).toEqual(last);
  expect(unitBeside(lenetReport, last, 'ArrowRight')).toEqual(last);
});

test('other keys lead nowhere', () => {
  expect(unitBeside(lenetReport, { layerIndex: 0, row: 0, column: 0, channel: 0 }, 'Tab')).toBeUndefined();
});
