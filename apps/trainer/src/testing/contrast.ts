type Colour = string | readonly number[];

/** Contrast of two colours, as `#rrggbb` or `[red, green, blue]` of 0 … 255: 1 … 21, WCAG 2.2. */
export function contrast(a: Colour, b: Colour): number {
  const [low, high] = [luminance(channels(a)), luminance(channels(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** `#0a0b0c` is `[10, 11, 12]`. */
export function channels(colour: Colour): readonly number[] {
  return typeof colour === 'string'
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : colour;
}

/** Relative luminance. */
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
