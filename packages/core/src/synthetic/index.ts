export { styleFamilies } from './choose-styles.js';
export type { DigitStyle } from './digit-style.js';
export type { SyntheticSplit } from './draw-digit.js';
export { generateDigits } from './generate-digits.js';
export { type DigitStrokes, generateStrokes, type StrokePoint } from './generate-strokes.js';
export { digitStyles } from './styles/digit-styles.js';
