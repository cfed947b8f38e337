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

/** What one layer makes of one image. */
export interface LayerActivation {
  /** Name of the layer. */
  readonly layer: string;
  /** Without the batch dimension, e.g. `[24, 24, 6]`. */
  readonly shape: readonly number[];
  /** float32, of that shape, row-major; behind the layer's activation function, but for softmax. */
  readonly values: Float32Array;
}

/** What the layer before the last makes of images, and the logits that come of it. */
export interface Features {
  /** Name of the layer. */
  readonly layer: string;
  /** float32 `[count, size of the layer]`, row-major; behind the layer's activation function. */
  readonly values: Float32Array;
  /** float32 `[count, classes]`, row-major: the same bits as `classify` gives. */
  readonly logits: Float32Array;
}

/** A trained network that reads images. Programs know nothing else, so they work on every backend. */
export interface Classifier {
  readonly architecture: Architecture;
  /**
   * @returns logits, float32 `[images.count, classes]`, row-major
   * @throws {InvalidArgumentError} when the images are not of the size that the network takes
   */
  classify(images: ClassifierImages): Promise<Float32Array>;
  /**
   * What the layer before the last makes of images: as quick as `classify`. All classifiers of this project tell, of
   * networks of two layers or more.
   *
   * @throws {InvalidArgumentError} when the images are not of the size that the network takes
   */
  features?(images: ClassifierImages): Promise<Features>;
  /**
   * What each layer makes of one image, in order; the last are the logits. Not every backend tells.
   *
   * @param image with a `count` of 1
   * @throws {InvalidArgumentError} when it is not one image of the size that the network takes
   */
  activations?(image: ClassifierImages): Promise<readonly LayerActivation[]>;
  /**
   * How the logit of a class changes with each pixel. Not every backend tells.
   *
   * @param image with a `count` of 1
   * @param classIndex `0 … classes - 1`
   * @returns float32 `[height, width]`, for each step from no ink (0) to full ink (1)
   * @throws {InvalidArgumentError} when it is not one image of the size that the network takes, or there
   *   is no such class
   */
  inputGradient?(image: ClassifierImages, classIndex: number): Promise<Float32Array>;
  /** Frees all memory; the classifier cannot be used afterwards. */
  dispose(): Promise<void>;
}
