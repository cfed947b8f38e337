export { createRecognizer } from './create-recognizer.js';
export { PictureError } from './errors/picture-error.js';
export { RecognizerDisposedError } from './errors/recognizer-disposed-error.js';
export type {
  BitmapLike,
  BlobLike,
  CanvasLike,
  ColourPicture,
  InkPicture,
  Picture,
} from './picture/picture.js';
export type { Recognition, RecognizedDigit } from './recognition.js';
export { recognize, recognizeAll } from './recognize.js';
export type { RecognizeOptions } from './recognize-options.js';
export type { Recognizer, RecognizerModel, RecognizerOptions } from './recognizer.js';
