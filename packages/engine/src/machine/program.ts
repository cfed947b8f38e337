import type { NamedTensor, WeightShape } from '@lenet/core';

/**
 * Where in a row of parameters a tensor lies, counted in float32. Steps and not a function of the index: whole rows
 * can be copied, which a page that waits for its first answer notices.
 */
export interface Place {
  readonly start: number;
  /** Of Keras's layout: the last are the outputs, those before are joined to two. Their product is the tensor's length. */
  readonly sizes: readonly [outer: number, inner: number, outputs: number];
  /** From one to the next, of each of the sizes. */
  readonly steps: readonly [outer: number, inner: number, outputs: number];
}

/** Of numbers that lie side by side in the row as they do in the tensor. */
export function placeOfBias(start: number, count: number): Place {
  return { start, sizes: [1, 1, count], steps: [0, 0, 1] };
}

/** An array with one row for each image of the batch. */
export interface BatchArray {
  /** Where in the batch table its address stands. */
  readonly entry: number;
  /** Of one image. */
  readonly bytes: number;
}

/** Where what the layer before the last makes lies: of each image `[pixels][paddedChannels]`, padding left out. */
export interface HiddenPlace {
  /** Of the batch table. */
  readonly entry: number;
  /** From one image to the next, in float32. */
  readonly row: number;
  readonly pixels: number;
  readonly channels: number;
  readonly paddedChannels: number;
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
  readonly hidden: HiddenPlace;
  readonly batchArrays: readonly BatchArray[];
}

/** Entries of the batch table that every module has. */
export const batchTable = {
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
    const { sizes, steps } = place;
    const values = new Float32Array(sizes[0] * sizes[1] * sizes[2]);
    visitOutputs(place, (at, index) => {
      for (let output = 0; output < sizes[2]; output++) values[index + output] = row[at + output * steps[2]];
    });
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
    const outputs = place.sizes[2];
    const step = place.steps[2];
    visitOutputs(place, (at, index) => {
      if (step === 1) {
        row.set(values.subarray(index, index + outputs), at);
      } else {
        for (let output = 0; output < outputs; output++) row[at + output * step] = values[index + output];
      }
    });
  }
}

/** @param visit gets where in the row the outputs of an input begin, and where in the tensor */
function visitOutputs({ start, sizes, steps }: Place, visit: (at: number, index: number) => void): void {
  let index = 0;
  for (let outer = 0; outer < sizes[0]; outer++) {
    for (let inner = 0; inner < sizes[1]; inner++) {
      visit(start + outer * steps[0] + inner * steps[1], index);
      index += sizes[2];
    }
  }
}
