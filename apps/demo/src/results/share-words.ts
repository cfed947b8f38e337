/** A share of 1 for people, e.g. `98.90 %`; a dash where nothing was to be divided. */
export function shareWords(share: number, digits = 2): string {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(digits)}\u00a0%`;
}
