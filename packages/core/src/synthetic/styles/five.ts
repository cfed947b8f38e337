import type { DigitStyle } from '../digit-style.js';

export const fiveStyles: readonly DigitStyle[] = [
  {
    name: 'cap as a second stroke',
    weight: 4,
    strokes: ['34,5 28,43! 50,38 72,48 77,72 60,94 36,98 18,88', '34,4 78,3'],
    thickestPen: 17,
  },
  {
    name: 'one stroke',
    weight: 3,
    strokes: ['76,4 34,4! 28,43! 52,38 73,50 76,74 58,95 34,98 18,88'],
    thickestPen: 17,
  },
  {
    name: 'one rounded stroke',
    weight: 3,
    strokes: ['76,5 44,6 32,20 34,40 54,47 73,60 73,82 52,97 22,91'],
    thickestPen: 16,
  },
  {
    name: 'cap set apart',
    weight: 1,
    strokes: ['32,16 28,46! 50,42 72,52 75,74 58,95 34,97 20,88', '42,7 80,4'],
    thickestPen: 15,
  },
  {
    name: 'flat belly',
    weight: 1,
    strokes: ['74,3 36,4! 30,44! 64,46 75,64 66,90 42,98 22,92'],
    thickestPen: 16,
  },
  {
    name: 'long cap',
    weight: 1,
    strokes: ['30,6 26,42! 44,38 64,46 68,68 54,92 30,98 14,90', '28,5 92,2'],
    thickestPen: 16,
  },
  {
    name: 'cap running up to the right',
    weight: 2,
    strokes: ['38,26 30,50! 50,46 66,58 60,82 36,98 8,90', '37,27 62,18 94,6'],
    thickestPen: 16,
  },
  {
    name: 'small belly',
    weight: 1,
    strokes: ['72,4 42,6! 32,46! 54,48 64,64 58,84 38,96 20,92'],
    thickestPen: 14,
  },
];
