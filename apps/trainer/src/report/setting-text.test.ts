import { expect, test } from 'vitest';
import { settingText } from './setting-text.js';

test.each([
  [64, '64'],
  ['wasm', 'wasm'],
  [{}, 'none'],
  [{ kind: 'constant', rate: 0.001 }, 'constant, rate 0.001'],
  [{ rotationDegrees: 6, shiftPixels: 1 }, 'rotationDegrees 6, shiftPixels 1'],
])('%j reads %s', (value, text) => {
  expect(settingText(value)).toBe(text);
});
