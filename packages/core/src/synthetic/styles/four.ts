import type { DigitStyle } from '../digit-style.js';

export const fourStyles: readonly DigitStyle[] = [
  { name: 'open, two strokes', weight: 4, strokes: ['28,5 22,56! 80,54', '66,12 63,98'], thickestPen: 17 },
  { name: 'open, as tall stick', weight: 2, strokes: ['24,22 20,60! 76,58', '68,2 64,98'], thickestPen: 16 },
  {
    name: 'open, round',
    weight: 3,
    strokes: ['24,6 19,42 32,56 56,52 74,42', '76,6 70,98'],
    thickestPen: 17,
  },
  {
    name: 'open, one stroke',
    weight: 2,
    strokes: ['26,6 20,38 30,54 54,50 74,10! 66,56 62,98'],
    thickestPen: 16,
  },
  { name: 'closed, two strokes', weight: 2, strokes: ['62,3 16,66! 86,66', '63,4 62,98'], thickestPen: 16 },
  { name: 'closed, one stroke', weight: 2, strokes: ['62,98 63,3! 18,64! 86,65'], thickestPen: 16 },
  {
    name: 'closed by a leaning top',
    weight: 1,
    strokes: ['58,2 22,52! 82,50', '64,24 60,98'],
    thickestPen: 16,
  },
  { name: 'separated strokes', weight: 1, strokes: ['28,8 20,50! 66,50', '76,30 72,98'], thickestPen: 16 },
  { name: 'crossbar cut short', weight: 1, strokes: ['30,4 20,54! 64,53', '65,28 60,98'], thickestPen: 16 },
];
