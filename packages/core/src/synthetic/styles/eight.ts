import type { DigitStyle } from '../digit-style.js';

export const eightStyles: readonly DigitStyle[] = [
  {
    name: 'one stroke from the top right',
    weight: 4,
    strokes: ['70,14 50,2 30,12 32,32 52,47 72,66 70,88 48,98 27,87 28,66 48,49 69,32 71,16'],
    thickestPen: 17,
  },
  {
    name: 'one stroke, open at the top',
    weight: 2,
    strokes: ['74,12 52,3 30,14 32,34 54,48 72,68 68,90 46,98 26,86 30,64 52,46 70,28 80,8'],
    thickestPen: 17,
  },
  {
    name: 'two loops on each other',
    weight: 2,
    strokes: ['51,3 31,12 31,34 50,46 69,34 69,12 50,3', '50,46 26,58 24,84 50,98 76,84 74,58 50,46'],
    thickestPen: 14,
  },
  {
    name: 'small head',
    weight: 1,
    strokes: ['62,12 50,2 38,10 38,26 52,40 74,62 72,88 48,98 26,86 28,60 48,40 62,26 62,12'],
    thickestPen: 12,
  },
  {
    name: 'large head',
    weight: 1,
    strokes: ['74,14 50,2 26,16 28,40 52,56 66,72 64,90 48,98 34,88 36,70 50,56 74,40 76,18'],
    thickestPen: 13,
  },
  {
    name: 'from the middle',
    weight: 1,
    strokes: ['50,47 32,34 32,12 52,2 70,14 66,34 46,50 28,68 30,90 52,98 72,86 70,64 50,47'],
    thickestPen: 17,
  },
  {
    name: 'narrow, with crossed ends above',
    weight: 2,
    strokes: ['76,4 58,6 38,18 36,34 54,48 66,66 60,90 42,98 30,86 36,66 54,44 66,26 72,6'],
    thickestPen: 12,
  },
];
