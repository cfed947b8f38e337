/**
 * A number with that many decimals, as Python rounds: `toFixed`, but an exact tie goes to the even digit.
 *
 * @param value 0 or more, finite, or NaN: `nan`
 * @param digits decimals, `0 … 99`
 */
export function formatFixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'nan';
  // A double is a tie only if it is an odd multiple of 2^-(digits + 1): digits + 1 decimals then hold it exactly.
  const halves = value * 2 ** (digits + 1);
  const isTie = Number.isInteger(halves) && halves % 2 === 1;
  if (isTie) {
    const below = value.toFixed(digits + 1).slice(0, digits === 0 ? -2 : -1);
    if (Number(below.at(-1)) % 2 === 0) return below;
  }
  return value.toFixed(digits);
}
