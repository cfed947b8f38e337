import { type Architecture, normalisePixels } from '@lenet/core';
import type { Explanation, OpenedNetwork } from '../explaining/messages';
import { outputShapeOf, type UnitPlace } from '../network/receptive-field';
import { type UnitArithmetic, unitArithmetic } from '../network/unit-arithmetic';

/** The number that the visitor points at. */
export interface SelectedUnit extends UnitPlace {
  readonly layerIndex: number;
}

/** In the middle of the first map, for the first layer. */
export const firstUnit: SelectedUnit = { layerIndex: 0, row: 11, column: 11, channel: 0 };

/** The same, within the shape of its layer. */
export function withinLayer(architecture: Architecture, unit: SelectedUnit): SelectedUnit {
  const layerIndex = Math.min(Math.max(0, unit.layerIndex), architecture.layers.length - 1);
  const [height, width, channels] = outputShapeOf(architecture, layerIndex);
  const within = (value: number, size: number) => Math.min(Math.max(0, Math.floor(value) || 0), size - 1);
  return {
    layerIndex,
    row: within(unit.row, height),
    column: within(unit.column, width),
    channel: within(unit.channel, channels),
  };
}

/** How the number comes about for the drawing as it is. */
export function arithmeticOf(
  network: OpenedNetwork,
  { seen, activations }: Explanation,
  unit: SelectedUnit,
): UnitArithmetic {
  const inputs = unit.layerIndex === 0 ? normalisePixels(seen) : activations[unit.layerIndex - 1].values;
  return unitArithmetic(network, unit.layerIndex, unit, {
    inputs,
    outputs: activations[unit.layerIndex].values,
  });
}
