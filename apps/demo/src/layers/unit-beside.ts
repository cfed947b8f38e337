import type { Architecture } from '@lenet/core';
import { outputShapeOf } from '../network/receptive-field';
import { type SelectedUnit, withinLayer } from './selected-unit';

/** Numbers of a dense layer in one row of its picture. */
const rowLengths: Readonly<Record<number, number>> = {
  400: 50,
  256: 64,
  120: 30,
  84: 28,
  128: 32,
  1600: 80,
  10: 10,
};

export const rowLengthOf = (units: number): number => rowLengths[units] ?? 32;

/** Rows, columns and maps that a key moves. */
const steps: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowUp: [-1, 0, 0],
  ArrowDown: [1, 0, 0],
  ArrowLeft: [0, -1, 0],
  ArrowRight: [0, 1, 0],
  PageUp: [0, 0, -1],
  PageDown: [0, 0, 1],
};

/**
 * Where a key leads from a number of a layer: arrows go from square to square, Page Up and Down from map to map. The
 * numbers of a dense layer lie in rows.
 *
 * @returns the same place at the edge; undefined for another key
 */
export function unitBeside(
  architecture: Architecture,
  unit: SelectedUnit,
  key: string,
): SelectedUnit | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const [rows, columns, maps] = step;
  const [height, width, channels] = outputShapeOf(architecture, unit.layerIndex);
  if (height > 1 || width > 1) {
    return withinLayer(architecture, {
      ...unit,
      row: unit.row + rows,
      column: unit.column + columns,
      channel: unit.channel + maps,
    });
  }
  const channel = unit.channel + rows * rowLengthOf(channels) + columns;
  return channel < 0 || channel >= channels ? unit : { ...unit, channel };
}
