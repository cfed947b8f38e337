/**
 * Functions applied to the outputs of a layer:
 * - `linear` changes nothing
 * - `relu`: x where above 0, else 0
 * - `tanh`: -1 … 1
 * - `sigmoid`: 1 / (1 + e^-x), 0 … 1
 * - `softmax`: probabilities that sum to 1; of the last layer only
 */
export type Activation = 'linear' | 'relu' | 'tanh' | 'sigmoid' | 'softmax';

/** Zeros added at the border: none (`valid`), or as many as keep the size at stride 1 (`same`). */
export type Padding = 'valid' | 'same';

/**
 * 2-D convolution.
 *
 * Input shape `[height, width, channels]`; output shape `[newHeight, newWidth, filters]` with
 * `newHeight = floor((height - kernelSize) / stride) + 1` for valid padding and
 * `ceil(height / stride)` for same padding.
 */
export interface Conv2dLayer {
  readonly kind: 'conv2d';
  readonly name: string;
  readonly filters: number;
  /** Side of the square kernel, in pixels. */
  readonly kernelSize: number;
  /** Step of the kernel, in pixels. */
  readonly stride: number;
  readonly padding: Padding;
  readonly activation: Activation;
}

interface Pooling2dLayer {
  readonly name: string;
  /** Side of the square window, in pixels. */
  readonly poolSize: number;
  /** Step of the window, in pixels. */
  readonly stride: number;
  /** @default 'valid' */
  readonly padding?: Padding;
}

/**
 * Largest value of each square window, channel by channel; sizes follow the formulas of a convolution.
 * Padding is never the largest.
 */
export interface MaxPooling2dLayer extends Pooling2dLayer {
  readonly kind: 'maxPooling2d';
}

/**
 * Mean of each square window, channel by channel; sizes follow the formulas of a convolution. Padding is
 * left out of the mean.
 */
export interface AveragePooling2dLayer extends Pooling2dLayer {
  readonly kind: 'averagePooling2d';
}

/** `[height, width, channels]` to `[height * width * channels]`, in that order. */
export interface FlattenLayer {
  readonly kind: 'flatten';
  readonly name: string;
}

/** Fully connected layer: `[inputs]` to `[units]`. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly name: string;
  readonly units: number;
  readonly activation: Activation;
}

/**
 * In training sets values to 0 by chance and multiplies the others by `1 / (1 - rate)`; otherwise it
 * changes nothing. The shape stays as it is.
 */
export interface DropoutLayer {
  readonly kind: 'dropout';
  readonly name: string;
  /** Share of the values that is set to 0, from 0 to below 1. */
  readonly rate: number;
}

/** A layer of a network as data; `kind` tells which. */
export type Layer =
  | Conv2dLayer
  | MaxPooling2dLayer
  | AveragePooling2dLayer
  | FlattenLayer
  | DenseLayer
  | DropoutLayer;

/**
 * A network as plain data. The summary, the tfjs model and everything else about a network are made
 * from this.
 */
export interface Architecture {
  /** Identifier in lower case, e.g. `lenet-report`. */
  readonly name: string;
  /**
   * `[height, width, channels]` of one image. Learners and classifiers take images of this very size;
   * `padImages` puts background around smaller ones.
   */
  readonly inputShape: readonly [number, number, number];
  readonly layers: readonly Layer[];
}
