/** An image of an oracle's JSON. */
export interface CaseImage {
  /** Base64 of uint8 `[height, width]`. */
  readonly pixels: string;
  readonly height: number;
  readonly width: number;
}

export function readImage({ pixels, height, width }: CaseImage) {
  return { pixels: Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0)), height, width };
}

/** The largest difference of two images, in grey levels. */
export function greyLevelsApart(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) return Infinity;
  return Math.max(...Array.from(first, (value, pixel) => Math.abs(value - second[pixel])));
}
