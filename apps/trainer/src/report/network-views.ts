import { type Architecture, createPlainClassifier, type LayerActivation, selectImages } from '@lenet/core';
import { type Pictures, signedPictures, valuePictures } from './pictures/pictures.js';
import type { ReportInput } from './report-input.js';

/** Pictures of what one layer holds or makes. */
export interface LayerView {
  /** Name of the layer. */
  readonly layer: string;
  /** How many there are and how large, e.g. `6 maps of 24 by 24`. */
  readonly size: string;
  readonly pictures: Pictures;
}

/** What can be seen of a network: its first weights, and what its layers make of one image. */
export interface NetworkViews {
  readonly filters: LayerView;
  /** Of the image in the test set. */
  readonly example: number;
  readonly maps: readonly LayerView[];
}

/** More would fill the page. */
const LARGEST_PICTURE_COUNT = 64;
/** Values of a layer without rows and columns are set in rows of so many: the first that leaves none over. */
const ROW_LENGTHS = [20, 21, 16, 24, 15, 12, 10];

/** The example is the first image of the test set. */
export async function viewNetwork(
  input: Pick<ReportInput, 'architecture' | 'weights' | 'test'>,
): Promise<NetworkViews> {
  const { architecture, weights, test } = input;
  const example = 0;
  const classifier = createPlainClassifier(architecture, weights);
  const activations = await classifier.activations!(selectImages(test, [example]));
  await classifier.dispose();
  return {
    filters: viewFilters(input),
    example,
    maps: activations.filter(({ layer }) => isSeen(architecture, layer)).map(viewActivation),
  };
}

/** Flatten and dropout change no value, and the last layer gives the answer. */
function isSeen({ layers }: Architecture, name: string): boolean {
  const layer = layers.find((candidate) => candidate.name === name);
  return layer !== layers.at(-1) && layer?.kind !== 'flatten' && layer?.kind !== 'dropout';
}

/** Of a dense layer, the weights of each unit in the place of the pixels that they belong to. */
function viewFilters({ architecture, weights }: Pick<ReportInput, 'architecture' | 'weights'>): LayerView {
  const { name, shape, values } = weights[0];
  const filterCount = shape.at(-1)!;
  const [rows, columns, channels] =
    shape.length === 4 ? shape : [architecture.inputShape[0], architecture.inputShape[1], 1];
  const total = filterCount * channels;
  const count = Math.min(total, LARGEST_PICTURE_COUNT);
  const pictures = signedPictures(
    channelsFirst(values, rows * columns, total).subarray(0, count * rows * columns),
    rows,
    columns,
  );
  return { layer: name.split('/')[0], size: sizeText(count, total, 'filter', rows, columns), pictures };
}

function viewActivation({ layer, shape, values }: LayerActivation): LayerView {
  if (shape.length === 1) {
    const columns = ROW_LENGTHS.find((length) => values.length % length === 0) ?? values.length;
    return {
      layer,
      size: `${values.length} units`,
      pictures: valuePictures(values, values.length / columns, columns),
    };
  }
  const [rows, columns, total] = shape;
  const count = Math.min(total, LARGEST_PICTURE_COUNT);
  const maps = channelsFirst(values, rows * columns, total).subarray(0, count * rows * columns);
  return {
    layer,
    size: sizeText(count, total, 'map', rows, columns),
    pictures: valuePictures(maps, rows, columns),
  };
}

/** `[places, channels]` to `[channels, places]` */
function channelsFirst(values: Float32Array, places: number, channels: number): Float32Array {
  return values.map((_, index) => values[(index % places) * channels + Math.floor(index / places)]);
}

function sizeText(count: number, total: number, noun: string, rows: number, columns: number): string {
  const given = count < total ? `${count} of ${total}` : String(total);
  return `${given} ${noun}${total === 1 ? '' : 's'} of ${rows} by ${columns}`;
}
