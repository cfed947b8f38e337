/** A picture of a telephone has 4 to 12 megabytes. */
export const MOST_BYTES = 30_000_000;
/** Decoded, a pixel takes four bytes: more than this many would fill the memory of a telephone. */
export const MOST_PIXELS = 64_000_000;
/** Longer than this no honest picture takes to decode. */
export const MOST_MILLISECONDS = 15_000;
