const bits = (value: number): bigint => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const raw = view.getBigInt64(0);
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
};
/** Units in the last place between two numbers. */
export const ulps = (a: number, b: number): number => Math.abs(Number(bits(a) - bits(b)));

/** FNV-1a, 32 bits, over the bytes of the results, most significant first. */
export const hashOf = (values: readonly number[]): number => {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, value);
    for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
  }
  return hash >>> 0;
};

/** Arguments from `first` to `last` at an odd step, all exact: only + and * make them. */
export const grid = (first: number, last: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + ((last - first) / count) * (index + 0.37));
