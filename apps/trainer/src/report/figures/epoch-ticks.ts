/** Whole epochs for an axis, about `limit` at most. */
export function epochTicks(first: number, last: number, limit: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => (last - first) / step <= limit) ?? 1000;
  const ticks: number[] = [];
  for (let epoch = first; epoch <= last; epoch++) {
    if (epoch % step === 0) ticks.push(epoch);
  }
  return ticks;
}
