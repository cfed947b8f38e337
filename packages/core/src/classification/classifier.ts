import type { Architecture } from '../architecture/architecture.js';

/** Images to classify: as `LabelledImages`, which are taken too, but without labels. */
export interface ClassifierImages {
  /** uint8 `[count, height, width]`, row-major: 0 is background, 255 full ink. */
  readonly pixels: Uint8Array;
  readonly count: number;
  /** Rows of an image, in pixels. */
  readonly height: number;
  /** Columns of an image, in pixels. */
  readonly width: number;
}

/** A trained network that reads images. Programs know nothing else, so they work on every backend. */
export interface Classifier {
  readonly architecture: Architecture;
  /**
   * @returns logits, float32 `[images.count, classes]`, row-major
   * @throws {InvalidArgumentError} when the images are not of the size that the network takes
   */
  classify(images: ClassifierImages): Promise<Float32Array>;
  /** Frees all memory; the classifier cannot be used afterwards. */
  dispose(): Promise<void>;
}
