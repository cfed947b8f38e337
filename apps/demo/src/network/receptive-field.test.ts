import { classicLenet5, defineArchitecture, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { outputShapeOf, receptiveField, windowOf } from './receptive-field';

const place = (row: number, column: number) => ({ row, column, channel: 0 });

test('a unit of the first convolution sees its 5x5 pixels', () => {
  expect(receptiveField(lenetReport, 0, place(3, 7))).toEqual({ top: 3, left: 7, bottom: 8, right: 12 });
});

test('pooling sees two neighbours more: 6x6 pixels, two apart', () => {
  expect(receptiveField(lenetReport, 1, place(3, 7))).toEqual({ top: 6, left: 14, bottom: 12, right: 20 });
});

test('the second convolution sees 14x14, its pooling 16x16', () => {
  expect(receptiveField(lenetReport, 2, place(0, 7))).toEqual({ top: 0, left: 14, bottom: 14, right: 28 });
  expect(receptiveField(lenetReport, 3, place(3, 3))).toEqual({ top: 12, left: 12, bottom: 28, right: 28 });
});

test('a dense unit sees the whole image', () => {
  expect(receptiveField(lenetReport, 7, place(0, 0))).toEqual({ top: 0, left: 0, bottom: 28, right: 28 });
  expect(receptiveField(classicLenet5, 6, place(0, 0))).toEqual({ top: 0, left: 0, bottom: 32, right: 32 });
});

test('a pixel of the image sees itself', () => {
  expect(receptiveField(lenetReport, -1, place(4, 5))).toEqual({ top: 4, left: 5, bottom: 5, right: 6 });
});

test('what lies in the padding is left out', () => {
  const padded = defineArchitecture({
    name: 'padded',
    layers: [
      { kind: 'conv2d', filters: 1, kernelSize: 3, padding: 'same' },
      { kind: 'flatten' },
      { kind: 'dense', units: 10 },
    ],
  });
  expect(windowOf(padded, 0, place(0, 0))).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
  expect(windowOf(padded, 0, place(27, 5))).toEqual({ top: 26, left: 4, bottom: 28, right: 7 });
});

test('dense layers have one row and one column', () => {
  expect(outputShapeOf(lenetReport, -1)).toEqual([28, 28, 1]);
  expect(outputShapeOf(lenetReport, 2)).toEqual([8, 8, 16]);
  expect(outputShapeOf(lenetReport, 5)).toEqual([1, 1, 120]);
});
