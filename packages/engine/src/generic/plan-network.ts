// From an architecture to slots and layers as assembly/generic/program.ts describes them: which maps there are, how
// they are padded, which layer reads and writes which. Addresses come later (create-generic-program.ts).
import { type Architecture, type Conv2dLayer, layerShapes, paddingBefore } from '@lenet/core';
import { roundUp } from '../machine/round-up.js';

/** Values between two layers, of one image: `[height][width][paddedChannels]`, float32. */
export interface Slot {
  /** Whether they lie in an array of the batch: where a dense layer reads or writes them. */
  isOfBatch: boolean;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly paddedChannels: number;
  /** Of one image, rounded up for kernels that work on whole rows and vectors. */
  readonly bytes: number;
}

export type PlannedKind = 'convolution' | 'maxPooling' | 'averagePooling' | 'dropout' | 'dense';

/** A layer that computes. */
export interface PlannedLayer {
  readonly kind: PlannedKind;
  readonly name: string;
  readonly activation: 'linear' | 'relu' | 'tanh' | 'sigmoid';
  /** Numbers of slots. */
  readonly input: number;
  readonly output: number;
  readonly passesGradient: boolean;
  readonly window: number;
  readonly stride: number;
  readonly paddingTop: number;
  readonly paddingLeft: number;
  /** Of dropout. */
  readonly rate: number;
  /** Inputs of one output, padding left out. */
  readonly depth: number;
  /** Rows of the kernel as it lies, and its columns. */
  readonly rows: number;
  readonly columns: number;
  /** From one row of the transposed kernel to the next, in numbers. */
  readonly transposedRow: number;
}

export interface NetworkPlan {
  readonly slots: readonly Slot[];
  readonly layers: readonly PlannedLayer[];
  /** The slot that holds what each layer of the architecture makes. */
  readonly slotOfLayer: readonly number[];
}

/** @param isTraining a classifier has no dropout, but passes gradients down to the pixels */
export function planNetwork(architecture: Architecture, isTraining: boolean): NetworkPlan {
  const slots: Slot[] = [firstSlot(architecture)];
  const layers: PlannedLayer[] = [];
  const slotOfLayer: number[] = [];
  let hasParameters = false;
  for (const { layer, outputShape } of layerShapes(architecture)) {
    const input = slots.length - 1;
    const from = slots[input];
    const [height, width, channels] = outputShape.length === 3 ? outputShape : [1, 1, outputShape[0]];
    const common = {
      ...nothing,
      name: layer.name,
      input,
      output: input + 1,
      passesGradient: hasParameters || !isTraining,
    };
    if (layer.kind === 'flatten') {
      from.isOfBatch = true;
    } else if (layer.kind === 'dropout') {
      if (isTraining && layer.rate > 0) {
        slots.push({ ...from });
        layers.push({ ...common, kind: 'dropout', rate: layer.rate });
      }
    } else if (layer.kind === 'dense') {
      const rows = roundUp(from.height * from.width * from.paddedChannels, 8);
      slots.push(createSlot(1, 1, channels, true));
      layers.push({
        ...common,
        kind: 'dense',
        activation: linearInsteadOfSoftmax(layer.activation),
        depth: rows,
        rows,
        columns: roundUp(channels, 8),
        transposedRow: rows,
      });
      hasParameters = true;
    } else {
      slots.push(createSlot(height, width, channels, false));
      const side = layer.kind === 'conv2d' ? layer.kernelSize : layer.poolSize;
      const { stride, padding = 'valid' } = layer;
      const window = {
        window: side,
        stride,
        paddingTop: paddingBefore(padding, side, stride, from.height, height),
        paddingLeft: paddingBefore(padding, side, stride, from.width, width),
      };
      layers.push({ ...common, ...window, ...windowLayer(layer, from) });
      hasParameters ||= layer.kind === 'conv2d';
    }
    slotOfLayer.push(slots.length - 1);
  }
  return { slots, layers, slotOfLayer };
}

const nothing = {
  activation: 'linear',
  window: 0,
  stride: 0,
  paddingTop: 0,
  paddingLeft: 0,
  rate: 0,
  depth: 0,
  rows: 0,
  columns: 0,
  transposedRow: 0,
} as const;

function windowLayer(layer: Conv2dLayer | { kind: 'maxPooling2d' | 'averagePooling2d' }, from: Slot) {
  if (layer.kind !== 'conv2d') {
    return { kind: layer.kind === 'maxPooling2d' ? 'maxPooling' : 'averagePooling' } as const;
  }
  const depth = layer.kernelSize ** 2 * from.channels;
  return {
    kind: 'convolution',
    activation: linearInsteadOfSoftmax(layer.activation),
    depth,
    rows: roundUp(depth, 4),
    columns: roundUp(layer.filters, 8),
    // sparse-backward.ts walks a patch in pieces of 16 numbers.
    transposedRow: roundUp(depth, 16),
  } as const;
}

function linearInsteadOfSoftmax(activation: Conv2dLayer['activation']): PlannedLayer['activation'] {
  return activation === 'softmax' ? 'linear' : activation;
}

/** The pixels of an image, one channel without padding where no pooling reads them. */
function firstSlot({ inputShape: [height, width], layers }: Architecture): Slot {
  const reader = layers.find(({ kind }) => kind !== 'dropout');
  if (reader?.kind === 'maxPooling2d' || reader?.kind === 'averagePooling2d') {
    return createSlot(height, width, 1, false);
  }
  const bytes = roundUp(height * width, 8) * 4;
  return { isOfBatch: false, height, width, channels: 1, paddedChannels: 1, bytes };
}

function createSlot(height: number, width: number, channels: number, isOfBatch: boolean): Slot {
  const paddedChannels = roundUp(channels, 8);
  // A convolution writes four pixels at once.
  const bytes = roundUp(height * width, isOfBatch ? 1 : 4) * paddedChannels * 4;
  return { isOfBatch, height, width, channels, paddedChannels, bytes };
}
