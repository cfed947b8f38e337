/** `98.89 %` */
export function percentText(share: number, digits = 2): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** `99.8 %`, and `> 99.9 %` for what would round to certainty. */
export function probabilityText(probability: number): string {
  return probability >= 0.9995 ? '> 99.9 %' : percentText(probability, 1);
}

/** `1.2 %`, and `< 0.1 %` for what would round to nothing. */
export function shareText(share: number): string {
  return share > 0 && share < 0.0005 ? '< 0.1 %' : percentText(share, 1);
}

/** `10,000` */
export function countText(count: number): string {
  return count.toLocaleString('en');
}

/** `1 image`, `2,000 images` */
export function countedText(count: number, singular: string, plural = `${singular}s`): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`;
}

/** `2026-11-23 09:05 UTC` */
export function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `0.0313`, and `7.6e-17` for what would round to nothing. */
export function pValueText(pValue: number): string {
  return pValue < 1e-4 ? pValue.toExponential(1) : pValue.toFixed(4);
}
