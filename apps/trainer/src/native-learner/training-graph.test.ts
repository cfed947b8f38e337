import { architectures, defineArchitecture } from '@lenet/core';
import { resolveOptimizer } from '@lenet/core/training';
import { describe, expect, test } from 'vitest';
import { trainingGraph } from './training-graph.js';

const adam = resolveOptimizer();

/** How often each operation is there. */
function operations(nodes: ReturnType<typeof trainingGraph>['nodes']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of nodes) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

describe.each(architectures)('$name', (architecture) => {
  test('each node has a name of its own, and computes with nodes that are there', () => {
    const { nodes } = trainingGraph(architecture, adam);
    const names = new Set<string>();
    for (const { name, inputs } of nodes) {
      expect(name).toMatch(/^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/);
      for (const input of inputs) expect(names).toContain(input.replace(/^\^|:\d+$/g, ''));
      expect(names).not.toContain(name);
      names.add(name);
    }
  });

  test('what a node waits for stands behind what it computes with', () => {
    for (const { inputs } of trainingGraph(architecture, adam).nodes) {
      const isWait = inputs.map((input) => input.startsWith('^'));
      expect(isWait).toEqual([...isWait].sort());
    }
  });
});

const tiny = defineArchitecture({
  name: 'tiny',
  layers: [
    { kind: 'conv2d', filters: 2, kernelSize: 3, activation: 'relu' },
    { kind: 'maxPooling2d' },
    { kind: 'conv2d', filters: 3, kernelSize: 3, activation: 'tanh' },
    { kind: 'flatten' },
    { kind: 'dropout', name: 'half', rate: 0.5 },
    { kind: 'dropout', name: 'none', rate: 0 },
    { kind: 'dense', units: 10, activation: 'softmax' },
  ],
});

test('each layer is there once forward and once backward; nothing has a gradient that nobody needs', () => {
  expect(operations(trainingGraph(tiny, adam).nodes)).toMatchObject({
    Conv2D: 2,
    Conv2DBackpropFilter: 2,
    // Not by the images.
    Conv2DBackpropInput: 1,
    MaxPool: 1,
    MaxPoolGrad: 1,
    MatMul: 3,
    BiasAdd: 3,
    BiasAddGrad: 3,
    ReluGrad: 1,
    TanhGrad: 1,
    ResourceApplyAdam: 6,
  });
});

test('variables have the names and shapes of the weights, and of what the optimizer remembers', () => {
  const { weights, moments, masks } = trainingGraph(tiny, resolveOptimizer({ kind: 'momentum' }));
  expect(weights.all.map(({ name, shape }) => [name, ...shape])).toEqual([
    ['conv2d/kernel', 3, 3, 1, 2],
    ['conv2d/bias', 2],
    ['conv2d_1/kernel', 3, 3, 2, 3],
    ['conv2d_1/bias', 3],
    ['dense/kernel', 363, 10],
    ['dense/bias', 10],
  ]);
  expect(moments.all[4]).toMatchObject({ name: 'dense/kernel/velocity', shape: [363, 10] });
  expect(masks).toEqual([{ layer: 'half', rate: 0.5, shape: [363], mask: 'mask_4:0' }]);
});

test.each([
  [{ kind: 'adam' } as const, {}],
  [{ kind: 'adam', weightDecay: 0.1 } as const, { AssignVariableOp: 18 + 6 }],
  [{ kind: 'momentum', gradientClipNorm: 1 } as const, { L2Loss: 6, ResourceApplyMomentum: 6 }],
])('decay and limits of gradients cost nothing where there are none: %j', (optimizer, expected) => {
  const counts = operations(trainingGraph(tiny, resolveOptimizer(optimizer)).nodes);
  const usual =
    optimizer.kind === 'adam' ? { AssignVariableOp: 18, ResourceApplyAdam: 6 } : { AssignVariableOp: 12 };
  for (const [operation, count] of Object.entries({ L2Loss: undefined, ...usual, ...expected })) {
    expect(counts[operation], operation).toBe(count);
  }
});
