import { expect, test } from 'vitest';
import { differingSettings } from './differing-settings.js';

test('settings in which runs differ are named with their place, and those that one lacks are undefined', () => {
  const plain = { epochs: 10, seed: 1, optimizer: { kind: 'adam', beta1: 0.9 }, augmentation: {} };
  const other = {
    epochs: 10,
    seed: 2,
    optimizer: { kind: 'momentum', momentum: 0.9 },
    augmentation: { shiftPixels: 1 },
  };
  expect(differingSettings([plain, other])).toEqual([
    { name: 'seed', values: [1, 2] },
    { name: 'optimizer.kind', values: ['adam', 'momentum'] },
    { name: 'optimizer.beta1', values: [0.9, undefined] },
    { name: 'optimizer.momentum', values: [undefined, 0.9] },
    { name: 'augmentation.shiftPixels', values: [undefined, 1] },
  ]);
});

test('equal settings are not told', () => {
  expect(differingSettings([{ a: { b: 1 } }, { a: { b: 1 } }])).toEqual([]);
});
