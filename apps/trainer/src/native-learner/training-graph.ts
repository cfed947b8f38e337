import { type Architecture, layerShapes } from '@lenet/core';
import type { ResolvedOptimizer } from '@lenet/core/training';
import { addVariables, type GraphVariables } from './graph-variables.js';
import { addBackward, addForward } from './network-graph.js';
import { addUpdates } from './optimizer-graph.js';
import { after, dataTypes, floats, type GraphNode, outputOf, TensorflowGraph } from './tensorflow-graph.js';

/** All that a learner asks of a graph, by the names of its tensors. */
export interface TrainingGraph {
  readonly nodes: readonly GraphNode[];
  /** In the order of `weightShapes`. */
  readonly weights: GraphVariables;
  /** What the optimizer remembers, weight by weight. */
  readonly moments: GraphVariables;
  /** Of each dropout layer: the tensor that takes what its input is multiplied by in training. */
  readonly masks: readonly DropoutMask[];
}

export interface DropoutMask {
  /** Name of the layer. */
  readonly layer: string;
  readonly rate: number;
  /** Of one image. */
  readonly shape: readonly number[];
  readonly mask: string;
}

/** Tensors that a learner gives or asks for. */
export const graphTensors = {
  /** Given, uint8 `[batch, height, width, channels]`. */
  pixels: 'pixels:0',
  /** Given, int32 `[batch]`. */
  labels: 'labels:0',
  /** Given, float32 `[3]`. */
  numbers: 'numbers:0',
  /** Float32 `[batch, classes]`. */
  logits: 'logits:0',
  /** Mean loss of the batch and number of right answers, float32 `[2]`. */
  result: 'result:0',
  /** The same, when the weights have been updated. Refused where the loss is not finite; nothing is changed then. */
  step: 'step:0',
} as const;

/** What each optimizer remembers of a weight. */
export const momentNames = { adam: ['first-moment', 'second-moment'], momentum: ['velocity'] } as const;

/** Makes the graph that trains a network: nodes of TensorFlow's own operations, and nothing of the weights' values. */
export function trainingGraph(architecture: Architecture, optimizer: ResolvedOptimizer): TrainingGraph {
  const graph = new TensorflowGraph();
  const layers = layerShapes(architecture);
  const shapes = layers.flatMap(({ weights }) => weights);
  const names: readonly string[] = momentNames[optimizer.kind];
  const weights = addVariables(graph, 'weight', shapes);
  const momentShapes = shapes.flatMap(({ name, shape }) =>
    names.map((moment) => ({ name: `${name}/${moment}`, shape })),
  );
  const moments = addVariables(graph, 'moment', momentShapes);
  const values = new Map(weights.all.map(({ name, value }) => [name, value]));
  const images = addImages(graph, architecture);
  const masks = layers.flatMap(({ layer, outputShape }, index) =>
    layer.kind === 'dropout' && layer.rate > 0
      ? [{ layer: layer.name, rate: layer.rate, shape: outputShape, mask: addMask(graph, `mask_${index}`) }]
      : [],
  );
  const maskOf = new Map(masks.map(({ layer, mask }) => [layer, mask]));
  const outputs = addForward(graph, layers, images, values, maskOf);
  const logits = graph.add('Identity', [outputs.at(-1)!], floats, 'logits');
  const { result, loss, logitsGradient } = addLoss(graph, logits);
  const gradients = addBackward(graph, layers, images, outputs, logitsGradient, values, maskOf);
  const finite = graph.add('CheckNumerics', [loss], { ...floats, message: { text: 'loss' } });
  const updated = weights.all.map((weight, index) => ({
    weight,
    gradient: gradients.get(weight.name)!,
    moments: moments.all.slice(index * names.length, (index + 1) * names.length),
  }));
  const numbers = graph.placeholder('numbers', dataTypes.float, [3]);
  const updates = addUpdates(graph, optimizer, updated, numbers, after(finite));
  graph.add('Identity', [result, ...updates], floats, 'step');
  return { nodes: graph.nodes, weights, moments, masks };
}

/** Grey levels 0 … 1, the very numbers of `normalisePixels`; bytes are given because they are a quarter of the floats. */
function addImages(graph: TensorflowGraph, { inputShape }: Architecture): string {
  const pixels = graph.placeholder('pixels', dataTypes.uint8, [-1, ...inputShape]);
  const types = { SrcT: { type: dataTypes.uint8 }, DstT: { type: dataTypes.float } };
  return graph.add(
    'RealDiv',
    [graph.add('Cast', [pixels], types), graph.constant([], Float32Array.of(255))],
    floats,
  );
}

/** 1, which changes nothing, unless a mask is given. */
function addMask(graph: TensorflowGraph, name: string): string {
  const one = graph.constant([], Float32Array.of(1));
  const attributes = { dtype: { type: dataTypes.float }, shape: { shape: 'unknown' } } as const;
  return graph.add('PlaceholderWithDefault', [one], attributes, name);
}

function addLoss(
  graph: TensorflowGraph,
  logits: string,
): { result: string; loss: string; logitsGradient: string } {
  const int32 = { type: dataTypes.int32 };
  const labels = graph.placeholder('labels', dataTypes.int32, [-1]);
  const losses = graph.add('SparseSoftmaxCrossEntropyWithLogits', [logits, labels], {
    ...floats,
    Tlabels: int32,
  });
  const count = graph.add('Cast', [graph.add('Size', [labels], { T: int32 })], {
    SrcT: int32,
    DstT: { type: dataTypes.float },
  });
  const axis = (index: number) => graph.constant([], Int32Array.of(index));
  const loss = graph.add('Mean', [losses, axis(0)], floats);
  const logitsGradient = graph.add('RealDiv', [outputOf(losses, 1), count], floats);
  const answers = graph.add('ArgMax', [logits, axis(1)], { ...floats, output_type: int32 });
  const right = graph.add('Cast', [graph.add('Equal', [answers, labels], { T: int32 })], {
    SrcT: { type: dataTypes.boolean },
    DstT: { type: dataTypes.float },
  });
  const correct = graph.add('Sum', [right, axis(0)], floats);
  const result = graph.add('Pack', [loss, correct], { ...floats, N: { integer: 2 } }, 'result');
  return { result, loss, logitsGradient };
}
