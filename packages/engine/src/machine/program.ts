import type { NamedTensor, WeightShape } from '@lenet/core';

/** Where in a row of parameters, counted in float32, the number `index` of a tensor lies. */
export type Place = (index: number) => number;

/** An array with one row for each image of the batch. */
export interface BatchArray {
  /** Where in the batch table its address stands. */
  readonly entry: number;
  /** Of one image. */
  readonly bytes: number;
}

/** How a network lies in memory, and what a module does with it: all that threads and learners must know. */
export interface Program {
  readonly module: 'lenet' | 'generic';
  /** Written at the module's own region, before anything is computed. */
  readonly words: Uint32Array;
  /** Address of the weights; first moments, second moments and gradients follow, `rowBytes` further each. */
  readonly weights: number;
  readonly rowBytes: number;
  /** The places of the tensors, in the order of the layers. */
  readonly places: readonly Place[];
  /** Pieces of the update. */
  readonly unitCount: number;
  /** Behind all that does not grow. */
  readonly free: number;
  readonly imageHeight: number;
  readonly imageWidth: number;
  readonly classes: number;
  /** From the logits of one image to those of the next, in float32. */
  readonly logitsRow: number;
  readonly batchArrays: readonly BatchArray[];
}

/** Entries of the batch table that every module has. */
export const batchTable = {
  /** Behind the layer before the last: of the LeNet module only. */
  hidden2: 2,
  output: 3,
  loss: 6,
  correct: 7,
  label: 8,
  source: 9,
  index: 10,
  input: 11,
} as const;

/** What every batch has besides the values of the network. */
export function commonArrays(imageBytes: number): BatchArray[] {
  const { loss, correct, label, source, index, input } = batchTable;
  const numbers = [loss, correct, label, source, index].map((entry) => ({ entry, bytes: 4 }));
  return [...numbers, { entry: input, bytes: imageBytes }];
}

/** Copies tensors out of a row of parameters. */
export function readParameters(
  row: Float32Array,
  shapes: readonly WeightShape[],
  places: readonly Place[],
): NamedTensor[] {
  return places.map((place, tensor) => {
    const { name, shape } = shapes[tensor];
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    for (let index = 0; index < values.length; index++) values[index] = row[place(index)];
    return { name, shape, values };
  });
}

/** Copies tensors, in the order of the layers, into a row of parameters. */
export function writeParameters(
  row: Float32Array,
  tensors: readonly NamedTensor[],
  places: readonly Place[],
): void {
  for (const [tensor, place] of places.entries()) {
    const { values } = tensors[tensor];
    for (let index = 0; index < values.length; index++) row[place(index)] = values[index];
  }
}
