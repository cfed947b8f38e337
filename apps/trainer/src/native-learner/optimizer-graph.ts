// One update of all weights as operations of a TensorFlow graph.
import type { ResolvedOptimizer } from '@lenet/core/training';
import type { GraphVariable } from './graph-variables.js';
import { after, dataTypes, floats, outputOf, type TensorflowGraph } from './tensorflow-graph.js';

/** A weight with what its update needs. */
export interface UpdatedWeight {
  readonly weight: GraphVariable;
  /** Gradient of the loss by it. */
  readonly gradient: string;
  /** In the order of `momentNames`. */
  readonly moments: readonly GraphVariable[];
}

/**
 * Adds one update of all weights.
 *
 * @param numbers float32 `[3]`: rate, epsilon and what is kept, of `createUpdateCounter`
 * @param start `^node`: nothing is changed before it has run
 * @returns `^node` of each operation that changes a weight
 */
export function addUpdates(
  graph: TensorflowGraph,
  optimizer: ResolvedOptimizer,
  weights: readonly UpdatedWeight[],
  numbers: string,
  start: string,
): string[] {
  const unpacked = graph.add('Unpack', [numbers], { ...floats, num: { integer: 3 } }, 'step_numbers');
  const [rate, epsilon, kept] = [0, 1, 2].map((index) => outputOf(unpacked, index));
  const gradients = clip(
    graph,
    optimizer.gradientClipNorm,
    weights.map(({ gradient }) => gradient),
  );
  const constant = (value: number) => graph.constant([], Float32Array.of(value));
  // The correction of the bias is in the rate, which is computed in float64.
  const adam =
    optimizer.kind === 'adam'
      ? [constant(0), constant(0), rate, constant(optimizer.beta1), constant(optimizer.beta2), epsilon]
      : [];
  const momentum = optimizer.kind === 'momentum' ? constant(optimizer.momentum) : '';
  return weights.map(({ weight, moments }, index) => {
    const handles = [weight, ...moments].map(({ handle }) => handle);
    const waits = [start];
    if (optimizer.weightDecay > 0) {
      const decayed = graph.add('Mul', [weight.value, kept], floats);
      const type = { dtype: { type: dataTypes.float } };
      waits.push(after(graph.add('AssignVariableOp', [weight.handle, decayed, start], type)));
    }
    const update =
      optimizer.kind === 'adam'
        ? graph.add('ResourceApplyAdam', [...handles, ...adam, gradients[index], ...waits], floats)
        : graph.add(
            'ResourceApplyMomentum',
            [...handles, rate, gradients[index], momentum, ...waits],
            floats,
          );
    return after(update);
  });
}

/** Scaled down to a norm of `limit` where that of all together is larger. */
function clip(graph: TensorflowGraph, limit: number, gradients: readonly string[]): readonly string[] {
  if (limit === Infinity) return gradients;
  const halves = gradients.map((gradient) => graph.add('L2Loss', [gradient], floats));
  const sum = graph.add('AddN', halves, { ...floats, N: { integer: halves.length } });
  const square = graph.add('Mul', [sum, graph.constant([], Float32Array.of(2))], floats);
  const largest = graph.constant([], Float32Array.of(limit));
  const norm = graph.add('Maximum', [graph.add('Sqrt', [square], floats), largest], floats);
  const scale = graph.add('RealDiv', [largest, norm], floats);
  return gradients.map((gradient) => graph.add('Mul', [gradient, scale], floats));
}
