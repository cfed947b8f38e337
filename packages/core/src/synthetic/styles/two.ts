import type { DigitStyle } from '../digit-style.js';

export const twoStyles: readonly DigitStyle[] = [
  { name: 'sharp foot', weight: 4, strokes: ['22,24 33,7 54,2 73,13 73,34 52,62 20,97! 81,96'] },
  {
    name: 'small loop at the foot',
    weight: 3,
    strokes: ['22,22 36,5 58,3 75,18 70,42 50,68 28,92 16,92 18,80 34,82 54,93 84,95'],
    thickestPen: 18,
  },
  {
    name: 'large loop at the foot',
    weight: 2,
    strokes: ['24,20 42,3 64,5 75,24 66,50 44,80 24,97 12,88 18,74 36,76 58,92 86,92'],
    thickestPen: 18,
  },
  { name: 'round foot', weight: 2, strokes: ['24,20 42,3 66,6 75,26 60,54 34,82 26,93 44,95 80,93'] },
  { name: 'wavy base', weight: 2, strokes: ['20,26 34,6 56,2 74,16 70,38 46,70 18,96! 38,88 60,96 82,90'] },
  { name: 'flat head', weight: 1, strokes: ['20,10 50,3 72,10 76,28 58,58 22,97! 80,97'] },
  {
    name: 'curled head',
    weight: 1,
    strokes: ['34,32 22,26 30,8 54,2 74,16 70,40 46,72 22,97! 82,97'],
    thickestPen: 18,
  },
  { name: 'straight back', weight: 1, strokes: ['22,22 40,4 64,6 70,22 60,46 20,96! 78,94'] },
  { name: 'small head, long base', weight: 2, strokes: ['30,20 44,4 62,10 60,34 40,66 14,92! 50,88 98,84'] },
  {
    name: 'wide loop far to the left',
    weight: 2,
    strokes: ['30,26 44,6 62,8 67,28 52,64 30,92 10,96 3,84 18,74 44,82 70,92 96,86'],
    thickestPen: 18,
  },
  {
    name: 'upright back, loop and short base',
    weight: 1,
    strokes: ['30,16 48,2 66,12 66,40 56,70 36,94 18,96 16,80 34,74 52,84 72,96'],
    thickestPen: 18,
  },
];
