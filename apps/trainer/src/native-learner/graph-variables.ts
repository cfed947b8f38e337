import type { NamedTensor, WeightShape } from '@lenet/core';
import type { GraphSession } from './graph-session.js';
import { after, dataTypes, floats, type TensorflowGraph } from './tensorflow-graph.js';

/** Floats that a graph keeps from one call to the next. */
export interface GraphVariable extends WeightShape {
  /** What operations that change it take. */
  readonly handle: string;
  /** Its value. */
  readonly value: string;
  /** The tensor to give when it is to be set. */
  readonly given: string;
}

/** Variables that are set together. */
export interface GraphVariables {
  readonly all: readonly GraphVariable[];
  /** Asked for when all are given: they have been set then. */
  readonly assigned: string;
}

const type = { dtype: { type: dataTypes.float } };

/** @param node what the nodes are called: names of weights may hold what those of nodes must not */
export function addVariables(
  graph: TensorflowGraph,
  node: string,
  shapes: readonly WeightShape[],
): GraphVariables {
  const assignments: string[] = [];
  const all = shapes.map(({ name, shape }, index): GraphVariable => {
    const own = `${node}_${index}`;
    const attributes = { ...type, shape: { shape }, shared_name: { text: own } };
    const handle = graph.add('VarHandleOp', [], attributes, own);
    const given = graph.placeholder(`${own}/given`, dataTypes.float, shape);
    // A variable takes the memory of what it is assigned. That of a given tensor is JavaScript's own, and must neither be
    // written to nor be let go by one of TensorFlow's threads.
    const copy = graph.add('DeepCopy', [given], floats);
    assignments.push(after(graph.add('AssignVariableOp', [handle, copy], type)));
    const value = graph.add('ReadVariableOp', [handle], type, `${own}/value`);
    return { name, shape, handle, value, given };
  });
  const nothing = { tensor: { shape: [], values: new Float32Array(1) } };
  const assigned = graph.add('Const', assignments, { ...type, value: nothing }, `${node}_assigned`);
  return { all, assigned };
}

export function readVariables(session: GraphSession, { all }: GraphVariables): NamedTensor[] {
  const values = session.run(
    {},
    all.map(({ value }) => value),
  );
  return all.map(({ name, shape }, index) => ({ name, shape, values: values[index] }));
}

/** @param tensors one for each variable, in their order */
export function writeVariables(
  session: GraphSession,
  { all, assigned }: GraphVariables,
  tensors: readonly Pick<NamedTensor, 'shape' | 'values'>[],
): void {
  const given = all.map((variable, index) => [variable.given, tensors[index]] as const);
  session.run(Object.fromEntries(given), [assigned]);
}

/** Sets them to 0. */
export function clearVariables(session: GraphSession, variables: GraphVariables): void {
  const zeros = variables.all.map(({ shape }) => {
    const length = shape.reduce((product, size) => product * size, 1);
    return { shape, values: new Float32Array(length) };
  });
  writeVariables(session, variables, zeros);
}
