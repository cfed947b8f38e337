import type { DigitStyle } from '../digit-style.js';

export const zeroStyles: readonly DigitStyle[] = [
  {
    name: 'closed oval from the top, to the left',
    weight: 4,
    strokes: ['53,2 31,13 21,50 31,87 50,98 69,87 79,50 70,14 51,2'],
  },
  { name: 'round', weight: 2, strokes: ['54,8 24,18 10,52 24,86 52,94 80,84 90,50 78,18 50,8'] },
  { name: 'to the right', weight: 1, strokes: ['42,4 66,8 82,36 78,74 54,98 30,86 20,52 28,16 46,3'] },
  {
    name: 'overlapping ends',
    weight: 2,
    strokes: ['66,10 46,2 24,24 20,62 36,95 62,92 80,62 76,26 56,6 36,12'],
  },
  {
    name: 'open at the top',
    weight: 1,
    strokes: ['48,5 28,20 19,54 32,90 56,97 76,76 80,40 68,10'],
    thickestPen: 20,
  },
  {
    name: 'ends in a curl inside',
    weight: 1,
    strokes: ['60,5 34,8 19,46 30,88 54,97 78,76 80,34 64,8 46,16 42,26'],
    thickestPen: 14,
  },
  { name: 'leaning egg', weight: 1, strokes: ['70,4 42,14 22,48 20,82 38,97 62,80 80,46 82,14 68,3'] },
];
