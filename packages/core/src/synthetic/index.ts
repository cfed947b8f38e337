export type { SyntheticSplit } from './draw-digit.js';
export { generateDigits } from './generate-digits.js';
export { type DigitStrokes, generateStrokes, type StrokePoint } from './generate-strokes.js';
