// Letters and signs as strokes, for `lenet calibrate`: data that a person can read and add to. Only such as no
// hand writes like a digit: neither O, I, S, Z, B, G, Q, L, nor T and Y, which some sevens and fours are.

/** Strokes of a figure: points `x,y` in percent of a square, x to the right, y down. */
export type LineFigure = readonly string[];

/** Letters that thresholds may be chosen on. */
export const knownLetters: Readonly<Record<string, LineFigure>> = {
  A: ['10,100 50,0 90,100', '25,62 75,62'],
  F: ['15,100 15,0 85,0', '15,48 70,48'],
  K: ['15,0 15,100', '85,0 15,55 85,100'],
  M: ['5,100 15,0 50,70 85,0 95,100'],
  N: ['12,100 12,0 88,100 88,0'],
  R: ['15,100 15,0 60,0 82,12 82,36 60,50 15,50', '50,50 88,100'],
  W: ['0,0 22,100 50,30 78,100 100,0'],
  X: ['10,0 90,100', '90,0 10,100'],
};

/** Letters that nothing is chosen on. */
export const otherLetters: Readonly<Record<string, LineFigure>> = {
  E: ['85,0 15,0 15,100 88,100', '15,48 70,48'],
  H: ['12,0 12,100', '88,0 88,100', '12,50 88,50'],
  P: ['18,100 18,0 62,0 84,14 84,38 62,52 18,52'],
  U: ['12,0 12,70 28,95 50,100 72,95 88,70 88,0'],
  V: ['8,0 50,100 92,0'],
  k: ['20,0 20,100', '75,35 20,70 80,100'],
  m: ['5,100 5,40 15,36', '5,55 22,38 40,40 48,55 48,100', '48,55 66,38 84,40 92,55 92,100'],
  w: ['0,35 24,100 50,50 76,100 100,35'],
};

/** Signs that thresholds may be chosen on. */
export const knownSigns: Readonly<Record<string, LineFigure>> = {
  plus: ['50,5 50,95', '5,50 95,50'],
  equals: ['5,30 95,30', '5,70 95,70'],
  hash: ['35,0 25,100', '75,0 65,100', '5,32 95,32', '5,68 95,68'],
  asterisk: ['50,0 50,100', '8,25 92,75', '92,25 8,75'],
  star: ['50,0 79,91 3,35 97,35 21,91 50,0'],
  triangle: ['50,5 95,92 5,92 50,5'],
  tick: ['5,60 35,95 98,5'],
};

/** Signs that nothing is chosen on. */
export const otherSigns: Readonly<Record<string, LineFigure>> = {
  arrow: ['0,50 98,50', '65,18 98,50 65,82'],
  heart: ['50,95 10,55 4,30 14,10 32,8 50,28 68,8 86,10 96,30 90,55 50,95'],
  house: ['5,45 50,2 95,45', '15,40 15,98 85,98 85,40', '42,98 42,65 60,65 60,98'],
  smiley: [
    '50,2 78,10 96,34 98,62 82,88 50,98 18,88 2,62 4,34 22,10 50,2',
    '34,34 34,42',
    '66,34 66,42',
    '28,64 40,76 60,76 72,64',
  ],
  percent: ['90,0 10,100', '25,5 38,18 25,32 12,18 25,5', '75,68 88,82 75,95 62,82 75,68'],
  lightning: ['65,0 25,52 60,52 30,100'],
  rake: ['10,0 10,50', '50,0 50,100', '90,0 90,50', '10,50 90,50'],
  envelope: ['2,20 98,20 98,82 2,82 2,20', '2,20 50,56 98,20'],
};
