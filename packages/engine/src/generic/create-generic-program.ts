// The program of a network: where everything lies, written down as assembly/generic/program.ts reads it.
import type { Architecture } from '@lenet/core';
import { hashPurpose } from '@lenet/core/training';
import type { Addresses } from '../machine/kernels.js';
import { batchTable, commonArrays, type Program } from '../machine/program.js';
import { roundUp } from '../machine/round-up.js';
import { createPlaces } from './parameter-places.js';
import { type NetworkPlan, type PlannedLayer, planNetwork, type Slot } from './plan-network.js';

const HEADER_WORDS = 64;
const SLOT_WORDS = 4;
const LAYER_WORDS = 32;
const UNIT_WORDS = 4;
/** As CHUNK in assembly/shared/request.ts. */
const CHUNK = 8;
/** More make a step no faster, and the table of squares has an end. */
const MOST_UNITS_OF_LAYER = 12;
/** The first entry of the batch table that is the network's own. */
const FIRST_OWN_ENTRY = 12;

const kinds = { convolution: 0, maxPooling: 1, averagePooling: 2, dropout: 3, dense: 4 } as const;
const activations = { linear: 0, relu: 1, tanh: 2, sigmoid: 3 } as const;

/** A program, and where the classifier finds what each layer makes. */
export interface GenericProgram extends Program {
  readonly plan: NetworkPlan;
  /** Where the slots of the plan are. */
  readonly values: readonly SlotPlace[];
  /** Address of the scratch of thread 0. */
  readonly scratch: number;
}

/** Where a slot's values and gradients are: an offset in the scratch, or an entry of the batch table. */
export interface SlotPlace {
  readonly isOfBatch: boolean;
  readonly values: number;
  readonly gradients: number;
}

/** Hands out places one behind the other. */
function createAllocator(start: number, multiple: number) {
  let end = start;
  return {
    get end() {
      return end;
    },
    take(size: number): number {
      const place = end;
      end = roundUp(end + size, multiple);
      return place;
    },
  };
}

/** @param isTraining a classifier has no dropout, but passes gradients down to the pixels */
export function createGenericProgram(
  architecture: Architecture,
  { MODULE, SHARDS }: Addresses,
  isTraining: boolean,
): GenericProgram {
  const plan = planNetwork(architecture, isTraining);
  const { slots, layers } = plan;
  const parameters = createAllocator(0, 16);
  const sums = createAllocator(0, 16);
  const scratch = createAllocator(0, 64);
  const entries = createAllocator(FIRST_OWN_ENTRY, 1);
  const batchArrays = commonArrays(architecture.inputShape[0] * architecture.inputShape[1]);

  const slotPlaces = slots.map((slot, index): SlotPlace => {
    if (!slot.isOfBatch) {
      return {
        isOfBatch: false,
        values: scratch.take(CHUNK * slot.bytes),
        gradients: scratch.take(CHUNK * slot.bytes),
      };
    }
    const values = index === slots.length - 1 ? batchTable.output : entries.take(1);
    const gradients = entries.take(1);
    batchArrays.push({ entry: values, bytes: slot.bytes }, { entry: gradients, bytes: slot.bytes });
    return { isOfBatch: true, values, gradients };
  });
  const units = layers.flatMap((layer, index) => cutIntoUnits(layer, index));
  const words =
    HEADER_WORDS + slots.length * SLOT_WORDS + layers.length * LAYER_WORDS + units.length * UNIT_WORDS;
  const fixed = createAllocator(roundUp(MODULE + words * 4, 64), 64);

  const parametersOf = layers.map(({ rows, columns }) => {
    const kernel = parameters.take(rows * columns * 4);
    return { kernel, bias: parameters.take(columns * 4) };
  });
  const rowBytes = roundUp(parameters.end, 64);
  const weights = fixed.take(4 * rowBytes);
  const patchGradients = scratch.take(
    Math.max(0, ...layers.map((layer) => patchGradientBytes(layer, slots))),
  );
  const layerWords = layers.map((layer, index) => {
    const from = slots[layer.input];
    const to = slots[layer.output];
    const { kernel, bias } = parametersOf[index];
    const isPooling = layer.kind === 'maxPooling' || layer.kind === 'averagePooling';
    const isConvolution = layer.kind === 'convolution';
    return [
      kinds[layer.kind],
      activations[layer.activation],
      layer.input,
      layer.output,
      Number(layer.passesGradient),
      from.height,
      from.width,
      from.channels,
      from.paddedChannels * 4,
      to.height,
      to.width,
      to.channels,
      to.paddedChannels * 4,
      layer.window,
      ...(layer.kind === 'dropout'
        ? dropoutWords(layer)
        : [layer.stride, layer.paddingTop, layer.paddingLeft]),
      kernel,
      layer.rows,
      bias,
      layer.rows > 0 ? fixed.take(layer.columns * layer.transposedRow * 4) : 0,
      layer.transposedRow * 4,
      isConvolution ? sums.take(layer.columns * (layer.transposedRow + 1) * 4) : 0,
      isPooling ? scratch.take(CHUNK * to.bytes) : 0,
      isPooling ? to.bytes : 0,
      layer.kind === 'dropout' ? scratch.take(CHUNK * to.bytes) : 0,
      layer.columns,
      layer.depth,
      isConvolution ? scratch.take(CHUNK * patchBytes(layer, slots)) : 0,
      patchBytes(layer, slots),
      layer.rows > 0 ? fixed.take(layer.rows * layer.columns * 4) : 0,
    ];
  });
  if (entries.end > 64) throw new Error('Engine: the batch table has no room for so many layers.');
  const sumsStart = fixed.take(SHARDS * sums.end);
  const scratchBytes = roundUp(scratch.end, 4096);
  const scratchStart = fixed.take(SHARDS * scratchBytes);

  const slotsAt = MODULE + HEADER_WORDS * 4;
  const layersAt = slotsAt + slots.length * SLOT_WORDS * 4;
  const unitsAt = layersAt + layers.length * LAYER_WORDS * 4;
  const program = new Uint32Array(words);
  const output = slots[slots.length - 1];
  const [imageHeight, imageWidth] = architecture.inputShape;
  program.set([
    layers.length,
    weights,
    rowBytes,
    scratchStart,
    scratchBytes,
    sumsStart,
    sums.end,
    units.length,
    output.channels,
    imageHeight * imageWidth,
    layersAt,
    unitsAt,
    patchGradients,
    slots[0].paddedChannels * 4,
  ]);
  const write = (start: number, records: readonly (readonly number[])[], length: number) => {
    for (const [index, record] of records.entries())
      program.set(record, (start - MODULE) / 4 + index * length);
  };
  const slotRecords = slotPlaces.map(({ isOfBatch, values, gradients }, index) => [
    Number(isOfBatch),
    values,
    gradients,
    slots[index].bytes,
  ]);
  write(slotsAt, slotRecords, SLOT_WORDS);
  write(layersAt, layerWords, LAYER_WORDS);
  write(unitsAt, units, UNIT_WORDS);
  const { input } = layers[layers.length - 1];
  const { bytes, height, width, channels, paddedChannels } = slots[input];
  return {
    module: 'generic',
    words: program,
    weights,
    rowBytes,
    places: createPlaces(plan, parametersOf),
    unitCount: units.length,
    free: fixed.end,
    imageHeight,
    imageWidth,
    classes: output.channels,
    logitsRow: output.paddedChannels,
    hidden: {
      entry: slotPlaces[input].values,
      row: bytes / 4,
      pixels: height * width,
      channels,
      paddedChannels,
    },
    batchArrays,
    plan,
    values: slotPlaces,
    scratch: scratchStart,
  };
}

/** Whole fours of rows of the kernel; the last unit has the bias too. */
function cutIntoUnits({ rows }: PlannedLayer, layer: number): number[][] {
  const units: number[][] = [];
  const height = Math.max(32, roundUp(rows / MOST_UNITS_OF_LAYER, 4));
  for (let first = 0; first < rows; first += height) {
    const count = Math.min(height, rows - first);
    units.push([layer, first, count, Number(first + count === rows)]);
  }
  return units;
}

/** Of one image, and behind them a list with room for each filter. */
function patchGradientBytes(layer: PlannedLayer, slots: readonly Slot[]): number {
  return patchBytes(layer, slots) + (layer.columns + 1) * 8;
}

/** Of one image; the product works on four rows at once. */
function patchBytes({ kind, output, transposedRow }: PlannedLayer, slots: readonly Slot[]): number {
  if (kind !== 'convolution') return 0;
  const { height, width } = slots[output];
  return roundUp(height * width, 4) * transposedRow * 4;
}

/** What the masks of a dropout layer are drawn with, as dropoutMask in @lenet/core does. */
function dropoutWords({ name, rate }: PlannedLayer): number[] {
  const kept = new Uint32Array(Float32Array.of(1 / (1 - rate)).buffer)[0];
  return [Math.round(rate * 0x10000), kept, hashPurpose(`dropout/${name}`)];
}
