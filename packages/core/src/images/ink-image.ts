/** A picture of ink on nothing: how dark each pixel is, whatever the colours of pen and paper were. */
export interface InkImage {
  /**
   * `[height, width]`, row-major; 0 is background.
   * - uint8: full ink is 255
   * - float32: full ink is 1
   *
   * Values outside that range count as its ends.
   */
  readonly pixels: Uint8Array | Uint8ClampedArray | Float32Array;
  /** Rows, in pixels. */
  readonly height: number;
  /** Columns, in pixels. */
  readonly width: number;
}
