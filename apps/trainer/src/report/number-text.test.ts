import { expect, test } from 'vitest';
import { countedText, percentText, probabilityText, shareText, timeText } from './number-text.js';

test('shares are percentages', () => {
  expect(percentText(0.98894)).toBe('98.89 %');
  expect(percentText(0.7, 0)).toBe('70 %');
});

test('a probability never looks like certainty', () => {
  expect(probabilityText(0.99949)).toBe('99.9 %');
  expect(probabilityText(0.9995)).toBe('> 99.9 %');
});

test('a share of something never looks like nothing', () => {
  expect(shareText(0.0004)).toBe('< 0.1 %');
  expect(shareText(0.0005)).toBe('0.1 %');
  expect(shareText(0)).toBe('0.0 %');
});

test('what is counted has its plural', () => {
  expect(countedText(1, 'image')).toBe('1 image');
  expect(countedText(2000, 'image')).toBe('2,000 images');
});

test('times are in UTC, so that a report reads the same everywhere', () => {
  expect(timeText(new Date('2026-01-02T03:04:59+01:00'))).toBe('2026-01-02 02:04 UTC');
});
