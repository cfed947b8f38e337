import { type Architecture, type Layer, layerShapes, paddingBefore } from '@lenet/core';

/** Rows and columns, counted from 0; `bottom` and `right` are the first ones outside. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a unit is in the output of a layer; of a dense layer, row and column are 0. */
export interface UnitPlace {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

/** Shape of the output of a layer, or of the image for -1: `[height, width, channels]`; dense ones `[1, 1, units]`. */
export function outputShapeOf(
  architecture: Architecture,
  layerIndex: number,
): readonly [number, number, number] {
  const shape = layerIndex < 0 ? architecture.inputShape : layerShapes(architecture)[layerIndex].outputShape;
  return shape.length === 3 ? [shape[0], shape[1], shape[2]] : [1, 1, shape[0]];
}

/**
 * The part of a layer's input that one unit of it looks at. What lies in the padding is left out.
 *
 * @param layerIndex of a layer of `architecture.layers`
 */
export function windowOf(architecture: Architecture, layerIndex: number, place: UnitPlace): Area {
  return windowOfArea(architecture, layerIndex, areaOf(place));
}

/**
 * The part of the image that a unit can see: the windows of all layers before it, one behind the other.
 *
 * @param layerIndex of a layer of `architecture.layers`, or -1 for a pixel of the image itself
 */
export function receptiveField(architecture: Architecture, layerIndex: number, place: UnitPlace): Area {
  let area = areaOf(place);
  for (let index = layerIndex; index >= 0; index--) area = windowOfArea(architecture, index, area);
  return area;
}

const areaOf = ({ row, column }: UnitPlace): Area => ({
  top: row,
  left: column,
  bottom: row + 1,
  right: column + 1,
});

/** Where the window of a unit begins, the padding included: above 0 or left of it, maybe. */
export function windowStart(
  architecture: Architecture,
  layerIndex: number,
  { row, column }: Pick<UnitPlace, 'row' | 'column'>,
): { readonly row: number; readonly column: number } {
  const layer = architecture.layers[layerIndex];
  if (layer.kind === 'dropout') return { row, column };
  if (layer.kind === 'flatten' || layer.kind === 'dense') return { row: 0, column: 0 };
  const [height, width] = outputShapeOf(architecture, layerIndex - 1);
  const [outputHeight, outputWidth] = outputShapeOf(architecture, layerIndex);
  const size = windowSize(layer);
  const { stride, padding } = layer;
  return {
    row: row * stride - paddingBefore(padding, size, stride, height, outputHeight),
    column: column * stride - paddingBefore(padding, size, stride, width, outputWidth),
  };
}

function windowOfArea(architecture: Architecture, layerIndex: number, area: Area): Area {
  const layer = architecture.layers[layerIndex];
  const [height, width] = outputShapeOf(architecture, layerIndex - 1);
  if (layer.kind === 'dropout') return area;
  if (layer.kind === 'flatten' || layer.kind === 'dense')
    return { top: 0, left: 0, bottom: height, right: width };
  const first = windowStart(architecture, layerIndex, { row: area.top, column: area.left });
  const last = windowStart(architecture, layerIndex, { row: area.bottom - 1, column: area.right - 1 });
  const size = windowSize(layer);
  return {
    top: Math.max(0, first.row),
    left: Math.max(0, first.column),
    bottom: Math.min(height, last.row + size),
    right: Math.min(width, last.column + size),
  };
}

type WindowLayer = Extract<Layer, { kind: 'conv2d' | 'maxPooling2d' | 'averagePooling2d' }>;

const windowSize = (layer: WindowLayer) => (layer.kind === 'conv2d' ? layer.kernelSize : layer.poolSize);
