import type { InkBox } from '@lenet/core/images';

/** One image for the network, and where it came from. */
export interface DigitPicture {
  /** As named on the command line, or found in a named folder; `-` for standard input. */
  readonly file: string;
  /** Position in the file, counted from 0, where it holds several: an IDX file, or a picture with several digits. */
  readonly index?: number;
  /** Where it is in the picture, in its pixels, where several digits were looked for. */
  readonly box?: InkBox;
  /** uint8 `[28, 28]`; all 0 where there is nothing to read */
  readonly pixels: Uint8Array;
}

/** What becomes of a picture before the network sees it. */
export interface PictureOptions {
  /** Pictures are 28x28 already, light ink on black. */
  readonly asIs: boolean;
  /** Pictures hold several digits. */
  readonly several: boolean;
  /** The images of IDX files are normalised too. */
  readonly normalizeIdx: boolean;
}

/** Side of the images that the network takes, in pixels. */
export const SIDE = 28;
