const view = new DataView(new ArrayBuffer(8));

/** Upper 32 bits of a float64 (sign, exponent, 20 bits of fraction) as a signed integer. */
export function highWord(value: number): number {
  view.setFloat64(0, value);
  return view.getInt32(0);
}

/** The float64 `value` with its upper 32 bits replaced. */
export function withHighWord(value: number, high: number): number {
  view.setFloat64(0, value);
  view.setInt32(0, high);
  return view.getFloat64(0);
}

/**
 * 2^exponent, exactly.
 *
 * @param exponent whole number, `-1022 … 1023`
 */
export function powerOfTwo(exponent: number): number {
  view.setInt32(0, (exponent + 1023) << 20);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}
