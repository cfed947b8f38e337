// Pictures are told apart by what they have, not by their classes, so that the package needs no page: its types
// compile without DOM's, and canvases of other windows and of packages for Node are taken as well.

/** Pixels with colours: an `ImageData`, or what a decoder gives. */
export interface ColourPicture {
  /**
   * uint8 `[height, width, channels]`, row-major: RGBA, RGB without alpha, or the brightness of a grey picture.
   */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Columns, in pixels. */
  readonly width: number;
  /** Rows, in pixels. */
  readonly height: number;
}

/** Ink on nothing, as MNIST's images are: nothing has to be found out about paper and pen. */
export interface InkPicture {
  /**
   * `[height, width]`, row-major; 0 is background.
   * - uint8: full ink is 255
   * - float32: full ink is 1
   */
  readonly pixels: Uint8Array | Uint8ClampedArray | Float32Array;
  /** Columns, in pixels. */
  readonly width: number;
  /** Rows, in pixels. */
  readonly height: number;
}

/** An `HTMLCanvasElement`, an `OffscreenCanvas`, or a canvas of a package for Node. */
export interface CanvasLike {
  readonly width: number;
  readonly height: number;
  /** The context that the pixels are read from. */
  getContext(kind: '2d'): unknown;
}

/** An `ImageBitmap`. */
export interface BitmapLike {
  readonly width: number;
  readonly height: number;
  /** Tells it apart from other pictures; it is not called. */
  close(): void;
}

/** A `Blob` or `File` of a picture in a format that the browser decodes: PNG, JPEG, WebP. */
export interface BlobLike {
  readonly size: number;
  readonly type: string;
  /** Its bytes; tells it apart from other pictures. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * What can be recognized, of any size:
 * - `ImageData`, or `{ data, width, height }`: pixels with colours
 * - `{ pixels, width, height }`: ink on nothing
 * - a canvas, as it is when the call is made
 * - an `ImageBitmap`, which stays open
 * - a `Blob` or `File`, in browsers
 */
export type Picture = ColourPicture | InkPicture | CanvasLike | BitmapLike | BlobLike;
