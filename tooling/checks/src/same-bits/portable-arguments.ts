/** First and last argument of a grid. */
type Range = readonly [number, number];

const COUNT = 20_000;

const ofOne: Readonly<Record<string, readonly Range[]>> = {
  portableExp: [
    [-745.1, 709.7],
    [-2, 2],
  ],
  portableLog: [
    [0, 4],
    [1e-308, 1e308],
  ],
  portableSin: [
    [-10, 10],
    [-823_549, 823_549],
  ],
  portableCos: [
    [-10, 10],
    [-823_549, 823_549],
  ],
  portableTanh: [
    [-1, 1],
    [-25, 25],
  ],
};

/** Bases and exponents. */
const ofTwo: Readonly<Record<string, readonly (readonly [Range, Range])[]>> = {
  portablePow: [
    [
      [0, 10],
      [-30, 30],
    ],
    [
      [0.5, 1.5],
      [-1000, 1000],
    ],
    [
      [1e-300, 1e300],
      [-1, 1],
    ],
  ],
};

/**
 * Values of a portable function on grids over its domain.
 *
 * @throws Error when the grids of a function are not listed here
 */
export function* argumentsOf(
  name: string,
  portable: (...values: number[]) => number,
): Generator<Float64Array> {
  if (!(name in ofOne || name in ofTwo)) {
    throw new Error(`${name}: no arguments are listed for it in tooling/checks/src/same-bits.`);
  }
  for (const range of ofOne[name] ?? []) yield grid(range).map((x) => portable(x));
  for (const [bases, exponents] of ofTwo[name] ?? []) {
    const base = grid(bases);
    // A step that shares no factor with the count pairs each base with an exponent far from its own.
    const exponent = grid(exponents);
    yield base.map((x, index) => portable(x, exponent[(index * 7_919) % COUNT]));
  }
}

/** Only `+ - * /` make them, so they are the same everywhere. */
function grid([first, last]: Range): Float64Array {
  const step = last / COUNT - first / COUNT;
  return Float64Array.from({ length: COUNT }, (_, index) => first + step * (index + 0.37));
}
