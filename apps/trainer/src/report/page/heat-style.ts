import { heatTextThreshold } from '../figures/figure-colours.js';

/** Shades of a cell of the confusion matrix, besides none. */
export const HEAT_STEPS = 40;

/** @param share of the darkest colour, `0 … 1` */
export function heatClass(share: number): string {
  return `h${Math.round(share * HEAT_STEPS)}`;
}

/** A rule for each shade: the page's security policy keeps styles out of its elements. */
export const heatStyle = Array.from({ length: HEAT_STEPS + 1 }, (_, step) => {
  const share = step / HEAT_STEPS;
  const text = share >= heatTextThreshold ? 'on-heat' : 'on-surface';
  return `.matrix .h${step} { background: color-mix(in srgb, var(--heat) ${(share * 100).toFixed(1)}%, var(--surface)); color: var(--${text}); }`;
}).join('\n');
