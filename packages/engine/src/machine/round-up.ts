/** The smallest multiple that is not below a number. */
export function roundUp(number: number, multiple: number): number {
  return Math.ceil(number / multiple) * multiple;
}
