/** One named tensor of float32 values. */
export interface NamedTensor {
  /** `<layer>/kernel` or `<layer>/bias`. */
  readonly name: string;
  /** Kernels `[height, width, in, out]`, dense kernels `[in, out]`, biases `[out]`. */
  readonly shape: readonly number[];
  /** Row-major, length the product of `shape`. */
  readonly values: Float32Array;
}

/**
 * All trainable tensors of a network in the order of its layers, kernel before bias: Keras's layout,
 * the only one in this project.
 */
export type Weights = readonly NamedTensor[];
