/** `11.6 MB`, and `46.8 kB` for less than one: a million or a thousand bytes each. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
