/** Functions applied to the outputs of a layer. `linear` changes nothing. */
export type Activation = 'linear' | 'relu' | 'softmax';

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

/** Largest value of each square window. Sizes follow the formula of a valid convolution. */
export interface MaxPooling2dLayer {
  readonly kind: 'maxPooling2d';
  readonly name: string;
  /** Side of the square window, in pixels. */
  readonly poolSize: number;
  /** Step of the window, in pixels. */
  readonly stride: number;
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

export type Layer = Conv2dLayer | MaxPooling2dLayer | FlattenLayer | DenseLayer;

/**
 * A network as plain data. The summary, the tfjs model and everything else about a network are made
 * from this.
 */
export interface Architecture {
  /** Identifier in lower case, e.g. `lenet-report`. */
  readonly name: string;
  /** `[height, width, channels]` of one image. */
  readonly inputShape: readonly [number, number, number];
  readonly layers: readonly Layer[];
}
