import type { DigitStyle } from '../digit-style.js';

export const nineStyles: readonly DigitStyle[] = [
  {
    name: 'straight tail',
    weight: 4,
    strokes: ['71,20 52,3 30,12 25,34 42,49 62,42 72,20! 71,60 68,98'],
    thickestPen: 16,
  },
  {
    name: 'leaning tail',
    weight: 3,
    strokes: ['72,18 54,3 32,10 26,32 42,46 62,38 74,16 64,56 48,98'],
    thickestPen: 16,
  },
  {
    name: 'curled tail',
    weight: 3,
    strokes: ['72,20 52,3 30,12 25,34 42,49 64,42 73,20! 75,60 66,92 44,98 25,86'],
    thickestPen: 16,
  },
  {
    name: 'bowed tail',
    weight: 2,
    strokes: ['70,14 46,3 26,20 32,44 54,48 71,30 72,14 72,56 60,86 34,98'],
    thickestPen: 16,
  },
  {
    name: 'loop from the right, closed below',
    weight: 1,
    strokes: ['70,30 66,8 44,2 26,16 30,40 52,48 71,34! 70,66 64,98'],
    thickestPen: 16,
  },
  {
    name: 'loop and a separate stem',
    weight: 1,
    strokes: ['68,10 44,3 26,18 30,42 52,48 70,34', '74,4 72,52 70,98'],
    thickestPen: 15,
  },
  {
    name: 'flat loop',
    weight: 1,
    strokes: ['76,18 48,8 22,22 30,42 56,42 77,18! 70,60 64,98'],
    thickestPen: 14,
  },
  {
    name: 'flat loop, curled tail',
    weight: 1,
    strokes: ['75,16 48,5 24,20 30,42 56,44 75,20! 76,66 62,95 38,96 24,84'],
    thickestPen: 14,
  },
  {
    name: 'loop open at the top',
    weight: 2,
    strokes: ['56,6 34,14 24,36 38,50 62,38 75,10! 70,56 64,98'],
    thickestPen: 13,
  },
  {
    name: 'large loop, short tail',
    weight: 2,
    strokes: ['72,12 48,2 24,20 18,46 34,60 58,48 76,14! 73,60 72,98'],
    thickestPen: 14,
  },
  {
    name: 'corner at the top left',
    weight: 1,
    strokes: ['70,8 44,6 26,28 30,46 52,44 72,12! 62,56 50,98'],
    thickestPen: 13,
  },
];
