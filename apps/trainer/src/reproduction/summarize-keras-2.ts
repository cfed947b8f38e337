import { type Architecture, countParameters, type Layer, layerShapes } from '@lenet/core';

const kerasClasses: Readonly<Record<Layer['kind'], string>> = {
  conv2d: 'Conv2D',
  maxPooling2d: 'MaxPooling2D',
  averagePooling2d: 'AveragePooling2D',
  flatten: 'Flatten',
  dense: 'Dense',
  dropout: 'Dropout',
};

/** Ends of the columns, in characters. */
const POSITIONS = [29, 55, 65];

/**
 * The summary of a model as Keras printed it before version 3, with names cut where they do not fit.
 *
 * Source: `print_summary` and its `print_row` in `keras/utils/layer_utils.py` of Keras 2.8.
 */
export function summarizeKeras2(architecture: Architecture): string {
  const thin = '_'.repeat(POSITIONS[2]);
  const thick = '='.repeat(POSITIONS[2]);
  const rows = layerShapes(architecture).map(({ layer, outputShape, parameterCount }) =>
    tableRow([
      `${layer.name} (${kerasClasses[layer.kind]})`,
      `(None, ${outputShape.join(', ')})`,
      String(parameterCount),
    ]),
  );
  const total = countParameters(architecture).toLocaleString('en');
  return [
    'Model: "sequential"',
    thin,
    tableRow(['Layer (type)', 'Output Shape', 'Param #']),
    thick,
    rows.join(`\n${thin}\n`),
    thick,
    `Total params: ${total}`,
    `Trainable params: ${total}`,
    'Non-trainable params: 0',
    thin,
    '',
  ].join('\n');
}

function tableRow(cells: readonly string[]): string {
  let line = '';
  for (const [column, cell] of cells.entries()) {
    if (column > 0) line = `${line.slice(0, -1)} `;
    line = `${line}${cell}`.slice(0, POSITIONS[column]).padEnd(POSITIONS[column]);
  }
  return line;
}
