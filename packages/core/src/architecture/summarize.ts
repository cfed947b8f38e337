import { formatFixed } from '../metrics/format-fixed.js';
import type { Architecture, Layer } from './architecture.js';
import { layerShapes } from './layer-shapes.js';
import { wrapWords } from './wrap-words.js';

const kerasClasses: Readonly<Record<Layer['kind'], string>> = {
  conv2d: 'Conv2D',
  maxPooling2d: 'MaxPooling2D',
  averagePooling2d: 'AveragePooling2D',
  flatten: 'Flatten',
  dense: 'Dense',
  dropout: 'Dropout',
};
/** Widths are those of Keras in a terminal of 80 columns. */
const columns = [
  { heading: 'Layer (type)', width: 31, pad: 'padEnd' },
  { heading: 'Output Shape', width: 22, pad: 'padEnd' },
  { heading: 'Param #', width: 13, pad: 'padStart' },
] as const;
const BYTES_PER_PARAMETER = 4;

/**
 * The table that Keras 3 prints for `model.summary()`.
 *
 * @returns lines that end with a line feed each
 * @throws {InvalidArgumentError} naming the layer, when one does not fit its input
 * @example
 * import { lenetReport, summarize } from '@lenet/core';
 *
 * console.log(summarize(lenetReport)); // ... Total params: 44,426 (173.54 KB)
 */
export function summarize(architecture: Architecture): string {
  const shapes = layerShapes(architecture);
  const total = shapes.reduce((sum, shape) => sum + shape.parameterCount, 0);
  const totalText = `${total.toLocaleString('en')} (${sizeText(total * BYTES_PER_PARAMETER)})`;
  const rows = shapes.map(({ layer, outputShape, parameterCount }) =>
    tableRow(
      [
        `${layer.name} (${kerasClasses[layer.kind]})`,
        `(None, ${outputShape.join(', ')})`,
        parameterCount.toLocaleString('en'),
      ],
      '│',
    ),
  );
  const headings = columns.map(({ heading }) => heading);
  return [
    `Model: "${architecture.name}"`,
    border('┏', '━', '┳', '┓'),
    tableRow(headings, '┃'),
    border('┡', '━', '╇', '┩'),
    rows.join(`\n${border('├', '─', '┼', '┤')}\n`),
    border('└', '─', '┴', '┘'),
    ` Total params: ${totalText}`,
    ` Trainable params: ${totalText}`,
    ' Non-trainable params: 0 (0.00 B)',
    '',
  ].join('\n');
}

function border(left: string, line: string, middle: string, right: string): string {
  return `${left}${columns.map(({ width }) => line.repeat(width + 2)).join(middle)}${right}`;
}

/** As many lines as the longest of its texts takes. */
function tableRow(texts: readonly string[], separator: string): string {
  const cells = texts.map((text, column) => wrapWords(text, columns[column].width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const aligned = cells.map((lines, column) => {
      const { width, pad } = columns[column];
      return ` ${(lines[line] ?? '')[pad](width)} `;
    });
    return `${separator}${aligned.join(separator)}${separator}`;
  }).join('\n');
}

/** Bytes as Keras writes them: powers of 1,024, two decimals. */
function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${formatFixed(value, 2)} ${units[unit]}`;
}
