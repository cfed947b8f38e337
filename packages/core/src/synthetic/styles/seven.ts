import type { DigitStyle } from '../digit-style.js';

export const sevenStyles: readonly DigitStyle[] = [
  { name: 'plain', weight: 4, strokes: ['17,7 80,6! 44,98'] },
  { name: 'bowed stem', weight: 2, strokes: ['18,9 52,5 81,7! 58,46 47,98'] },
  { name: 'crossed', weight: 3, strokes: ['18,7 80,6! 44,98', '34,52 76,48'], thickestPen: 16 },
  {
    name: 'crossed with a bowed stem',
    weight: 1,
    strokes: ['16,10 50,5 80,8! 60,44 46,98', '32,54 78,48'],
    thickestPen: 16,
  },
  { name: 'serif at the left', weight: 2, strokes: ['19,24 20,6! 80,6! 47,98'], thickestPen: 18 },
  { name: 'rounded corner', weight: 2, strokes: ['18,10 42,4 70,6 77,20 62,52 48,98'] },
  { name: 'wavy bar', weight: 1, strokes: ['18,14 34,5 58,12 82,5! 60,50 50,98'], thickestPen: 18 },
  { name: 'upright stem', weight: 1, strokes: ['18,6 74,7! 66,50 60,98'], slant: 0.5 },
];
