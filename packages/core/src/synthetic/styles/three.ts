import type { DigitStyle } from '../digit-style.js';

export const threeStyles: readonly DigitStyle[] = [
  {
    name: 'two bows with a sharp waist',
    weight: 4,
    strokes: ['24,14 44,2 68,8 72,28 58,43 40,48! 64,50 79,68 72,90 48,98 22,88'],
    thickestPen: 19,
  },
  {
    name: 'two bows with a soft waist',
    weight: 3,
    strokes: ['24,12 46,2 70,12 68,34 52,46 66,54 78,70 70,92 44,98 20,90'],
    thickestPen: 19,
  },
  {
    name: 'loop at the waist',
    weight: 2,
    strokes: ['24,12 46,2 71,12 69,34 50,48 38,50 40,42 54,46 74,60 76,82 54,98 22,92'],
    thickestPen: 15,
  },
  {
    name: 'flat top',
    weight: 2,
    strokes: ['24,5 74,4! 46,40! 68,46 78,66 68,90 46,98 22,88'],
    thickestPen: 19,
  },
  {
    name: 'small head',
    weight: 1,
    strokes: ['32,12 48,2 64,10 62,26 44,38! 68,44 80,66 70,90 44,98 22,86'],
    thickestPen: 19,
  },
  {
    name: 'large head',
    weight: 1,
    strokes: ['20,16 42,2 72,8 78,30 62,50 42,55! 66,58 76,74 66,93 44,98 26,90'],
    thickestPen: 19,
  },
  {
    name: 'long tail',
    weight: 1,
    strokes: ['28,10 52,2 68,14 62,34 44,44! 66,48 76,66 66,88 40,98 12,92'],
    thickestPen: 19,
  },
  {
    name: 'no belly on the head',
    weight: 1,
    strokes: ['26,8 52,4 64,12 54,34 42,46! 62,46 74,62 66,86 42,98 24,94'],
    thickestPen: 19,
  },
];
