import type { DigitStyle } from '../digit-style.js';
import { eightStyles } from './eight.js';
import { fiveStyles } from './five.js';
import { fourStyles } from './four.js';
import { nineStyles } from './nine.js';
import { oneStyles } from './one.js';
import { sevenStyles } from './seven.js';
import { sixStyles } from './six.js';
import { threeStyles } from './three.js';
import { twoStyles } from './two.js';
import { zeroStyles } from './zero.js';

/** The styles of each digit: `digitStyles[7]` are the ways to write a seven. */
export const digitStyles: readonly (readonly DigitStyle[])[] = [
  zeroStyles,
  oneStyles,
  twoStyles,
  threeStyles,
  fourStyles,
  fiveStyles,
  sixStyles,
  sevenStyles,
  eightStyles,
  nineStyles,
];
