import type { DigitStyle } from '../digit-style.js';

export const oneStyles: readonly DigitStyle[] = [
  { name: 'stick', weight: 5, strokes: ['50,2 50,98'] },
  { name: 'bent stick', weight: 2, strokes: ['53,2 49,50 50,98'] },
  { name: 'short flag', weight: 2, strokes: ['37,19 52,2! 52,98'], thickestPen: 17 },
  { name: 'long steep flag', weight: 2, strokes: ['27,40 54,2! 54,98'], thickestPen: 16, slant: 0.6 },
  { name: 'flag and base', weight: 3, strokes: ['32,24 51,2! 51,96', '27,97 75,97'], thickestPen: 17 },
  {
    name: 'long flag and base',
    weight: 1,
    strokes: ['25,38 51,2! 51,96', '29,97 75,97'],
    thickestPen: 16,
    slant: 0.6,
  },
  { name: 'base', weight: 1, strokes: ['50,2 50,96', '28,97 73,97'] },
  { name: 'curved flag', weight: 1, strokes: ['34,26 44,18 53,2! 51,50 52,98'], thickestPen: 17 },
];
