/** A number of the network for people: three decimals, and a minus that is one. */
export function numberWords(value: number): string {
  return value
    .toFixed(3)
    .replace('-', '−')
    .replace(/^−0\.000$/, '0.000');
}
