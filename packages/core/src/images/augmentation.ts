/**
 * How far the images of a training step may be changed. Each change is drawn anew for each image and
 * epoch, uniformly between no change and the limit in both directions, from the key (seed, epoch, image).
 *
 * What moves past the border is lost, and what comes in is background.
 */
export interface Augmentation {
  /** Largest rotation about the centre, in degrees, `0 … 180`. @default 0 */
  readonly rotationDegrees?: number;
  /** Largest relative change of size: 0.1 is 0.9 … 1.1; `0 … 0.9`. @default 0 */
  readonly scale?: number;
  /** Largest slant: columns moved for each row of distance from the centre, `0 … 2`. @default 0 */
  readonly shear?: number;
  /** Largest shift along each axis, in pixels, `0 … 256`; fractions of a pixel are drawn too. @default 0 */
  readonly shiftPixels?: number;
  /** Largest displacement of the smooth warp along each axis, in pixels, `0 … 16`. @default 0 */
  readonly warpPixels?: number;
  /**
   * Largest growth or loss of the pen's width, in pixels, `0 … 4`; a loss of more than the pen's own width
   * leaves little or nothing. @default 0
   */
  readonly strokeWidthPixels?: number;
}
