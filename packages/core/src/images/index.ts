export { augmentBatch, augmentImage } from './augment-images.js';
export type { Augmentation } from './augmentation.js';
export { inkFromRgba } from './ink-from-rgba.js';
export type { InkImage } from './ink-image.js';
export { type NormalizeDigitOptions, normalizeDigit } from './normalize-digit.js';
export { padImage, padImages } from './pad-images.js';
export { requireAugmentation } from './require-augmentation.js';
export { resampleImage } from './resample-image.js';
