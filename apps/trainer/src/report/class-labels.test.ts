import { expect, test } from 'vitest';
import { classLabels, shortLabel } from './class-labels.js';

test('classes are called by their names, and by their numbers where they have none', () => {
  expect(classLabels(3, ['cat', 'dog'])).toEqual(['cat', 'dog', '2']);
  expect(classLabels(2)).toEqual(['0', '1']);
});

test('labels that are too long end in an ellipsis and keep to the length', () => {
  expect(shortLabel('Ankle boot', 10)).toBe('Ankle boot');
  expect(shortLabel('Ankle boots', 10)).toBe('Ankle boo…');
  expect(shortLabel('Ankle boots', 7)).toBe('Ankle…');
  expect(shortLabel('🂡🂢🂣🂤', 3)).toBe('🂡🂢…');
});
