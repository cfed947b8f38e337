import type { DigitStyle } from '../digit-style.js';

export const sixStyles: readonly DigitStyle[] = [
  {
    name: 'bowed stem',
    weight: 4,
    strokes: ['64,2 40,22 24,54 24,80 42,98 66,93 76,74 64,57 42,58 26,74'],
    thickestPen: 16,
  },
  {
    name: 'straight stem',
    weight: 2,
    strokes: ['46,2 32,38 22,70 30,94 54,97 72,82 68,62 48,56 28,68'],
    thickestPen: 16,
  },
  {
    name: 'curled top',
    weight: 2,
    strokes: ['74,10 54,3 34,22 22,56 26,86 48,98 72,88 76,66 58,54 36,60 25,76'],
    thickestPen: 16,
  },
  {
    name: 'large loop',
    weight: 2,
    strokes: ['58,2 34,26 20,60 28,90 54,98 78,82 78,58 58,46 34,54 22,70'],
    thickestPen: 18,
  },
  {
    name: 'small loop',
    weight: 1,
    strokes: ['68,2 42,20 25,54 26,86 44,98 62,90 66,76 54,66 38,70 27,82'],
    thickestPen: 12,
  },
  {
    name: 'loop ends inside',
    weight: 1,
    strokes: ['62,2 38,24 24,58 28,88 48,98 70,88 74,68 58,58 42,66 40,80'],
    thickestPen: 14,
  },
  {
    name: 'leaning stem, wide low loop',
    weight: 2,
    strokes: ['58,2 38,36 22,72 28,94 54,97 80,86 82,70 62,64 40,76 30,90'],
    thickestPen: 14,
  },
  {
    name: 'upright stem, low loop',
    weight: 1,
    strokes: ['36,2 28,36 24,74 34,96 56,96 70,82 66,66 48,66 32,84'],
    thickestPen: 13,
  },
];
