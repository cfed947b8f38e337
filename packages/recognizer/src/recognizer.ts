import type { LoadedModel } from '@lenet/core/models';
import type { EngineOptions } from '@lenet/engine';
import type { Picture } from './picture/picture.js';
import type { Recognition, RecognizedDigit } from './recognition.js';
import type { RecognizeOptions } from './recognize-options.js';

/** A trained network: what `loadModelFolder` of `@lenet/core/models` gives, or weights of your own. */
export interface RecognizerModel extends Pick<LoadedModel, 'architecture' | 'weights'> {
  /** Says the temperature and the threshold. @default a temperature of 1, a threshold of 0 */
  readonly manifest?: Pick<LoadedModel['manifest'], 'temperature' | 'thresholds' | 'digitTest'>;
}

/** What a recognizer is made of. */
export interface RecognizerOptions extends EngineOptions {
  /**
   * For square grey images of 28 rows or more; digits are normalised to 28x28, with background around them where it
   * takes more. @default the weights of this package
   */
  readonly model?: RecognizerModel;
}

/** Recognizes digits with weights and memory of its own. */
export interface Recognizer {
  /**
   * What computes: the engine, or plain TypeScript, which is slower, where the host has no WebAssembly with SIMD, or
   * forbids it, or the engine does not know the network.
   */
  readonly backend: 'engine' | 'plain';
  /**
   * Recognizes the one digit of a picture.
   *
   * @throws {PictureError} when the picture is none, or cannot be read here
   * @throws {RecognizerDisposedError} after `dispose`
   * @throws {InvalidArgumentError} when an option is out of range
   */
  recognize(picture: Picture, options?: RecognizeOptions): Promise<Recognition>;
  /**
   * Recognizes every digit of a picture, in reading order.
   *
   * @throws {PictureError} when the picture is none, or cannot be read here
   * @throws {RecognizerDisposedError} after `dispose`
   * @throws {InvalidArgumentError} when an option is out of range
   */
  recognizeAll(picture: Picture, options?: RecognizeOptions): Promise<RecognizedDigit[]>;
  /** Frees all memory; calls that have not ended may reject. It may be called again. */
  dispose(): Promise<void>;
}
