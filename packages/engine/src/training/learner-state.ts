import type { LearnerState, NamedTensor, OptimizerOptions, WeightShape } from '@lenet/core';
import { requireLearnerState } from '@lenet/core/training';
import type { Machine } from '../machine/machine.js';

/** The moments of each optimizer, in the order in which a state names them, and their rows in memory. */
const momentsOf = {
  adam: [
    ['first-moment', 'first moments'],
    ['second-moment', 'second moments'],
  ],
  momentum: [['velocity', 'first moments']],
} as const;

/** @returns the moments as `<weight>/<moment>`, weight by weight, as every learner names them */
export function readState(
  machine: Machine,
  shapes: readonly WeightShape[],
  kind: OptimizerOptions['kind'],
  stepCount: number,
): LearnerState {
  const rows = momentsOf[kind].map(([moment, row]) => ({
    moment,
    tensors: machine.readParameters(row, shapes),
  }));
  const moments = shapes.flatMap((_, index) =>
    rows.map(({ moment, tensors }): NamedTensor => {
      const { name, shape, values } = tensors[index];
      return { name: `${name}/${moment}`, shape, values };
    }),
  );
  return { stepCount, moments };
}

/** @throws {InvalidArgumentError} when it is another network's or optimizer's; nothing is changed then */
export function writeState(
  machine: Machine,
  shapes: readonly WeightShape[],
  kind: OptimizerOptions['kind'],
  state: LearnerState,
): void {
  const rows = momentsOf[kind];
  const moments = requireLearnerState(
    state,
    shapes,
    rows.map(([moment]) => moment),
  );
  for (const [at, [, row]] of rows.entries()) {
    machine.writeParameters(
      row,
      moments.filter((_, index) => index % rows.length === at),
    );
  }
}
