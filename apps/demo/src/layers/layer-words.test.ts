import { beginnerCnn, classicLenet5, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { layerHint, layerPhrase, layerTitle, shapeWords } from './layer-words';

test('layers are named and counted', () => {
  expect(lenetReport.layers.map((_, index) => layerTitle(lenetReport, index))).toEqual([
    'Convolution 1',
    'Pooling 1',
    'Convolution 2',
    'Pooling 2',
    'Flatten',
    'Dense 1',
    'Dense 2',
    'Output',
  ]);
  expect(layerTitle(beginnerCnn, 7)).toBe('Dense');
});

test('a phrase tells what a layer does', () => {
  expect(lenetReport.layers.map(layerPhrase)).toEqual([
    '6 filters of 5×5, ReLU',
    'the largest of each 2×2',
    '16 filters of 5×5, ReLU',
    'the largest of each 2×2',
    'all numbers in one row',
    '120 units, ReLU',
    '84 units, ReLU',
    '10 units, softmax',
  ]);
  expect(layerPhrase(classicLenet5.layers[1])).toBe('the mean of each 2×2');
  expect(layerPhrase(beginnerCnn.layers[2])).toBe('changes nothing while reading (25 % off while learning)');
});

test('the first convolution and the last dense layer are explained in words of their own', () => {
  expect(layerHint(lenetReport, 0)).toMatch(/^Above each picture is its filter/);
  expect(layerHint(lenetReport, 2)).toMatch(/^Each filter looks at all pictures/);
  expect(layerHint(lenetReport, 5)).toMatch(/^Each square weighs all numbers/);
  expect(layerHint(lenetReport, 7)).toMatch(/^One score for each digit/);
});

test('shapes are told', () => {
  expect(shapeWords(lenetReport, -1)).toBe('28 × 28 × 1');
  expect(shapeWords(lenetReport, 5)).toBe('120');
});
