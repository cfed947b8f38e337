/** A picture as a canvas or a decoder gives it: RGBA, uint8 `[height, width, 4]`. */
export interface RgbaPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Reads the digit of a picture; null where there is no ink. */
export type ReadDigit = (picture: RgbaPicture) => Promise<number | null>;

/**
 * What each way to read a digit exports as `open`.
 *
 * @param files the bytes that a page would have fetched, by name
 * @param folder where they lie, for what reads its own
 */
export type OpenReader = (files: ReadonlyMap<string, Uint8Array>, folder: string) => Promise<ReadDigit>;
