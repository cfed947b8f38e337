import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { parseStroke } from './parse-stroke.js';

test('reads points in percent and corners', () => {
  expect(parseStroke('18,7 80,7! 44,100')).toEqual([
    { x: 0.18, y: 0.07, corner: false },
    { x: 0.8, y: 0.07, corner: true },
    { x: 0.44, y: 1, corner: false },
  ]);
});

test.each([
  ['18,7 80;7', '"80;7"'],
  ['18,7 101,7', '"101,7"'],
  ['18,7  80,7', '""'],
  ['18,7', 'one point'],
])('refuses "%s"', (text, received) => {
  expect(() => parseStroke(text)).toThrow(
    new InvalidArgumentError({
      argument: 'strokes',
      received: text,
      message: `Stroke "${text}": expected two or more points such as "18,7" or "80,7!" in percent (0 to 100), got ${received}.`,
    }),
  );
});
