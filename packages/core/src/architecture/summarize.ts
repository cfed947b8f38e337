import type { Architecture, Layer } from './architecture.js';
import { layerShapes } from './layer-shapes.js';

const kerasClasses: Readonly<Record<Layer['kind'], string>> = {
  conv2d: 'Conv2D',
  maxPooling2d: 'MaxPooling2D',
  flatten: 'Flatten',
  dense: 'Dense',
};
const headings = ['Layer (type)', 'Output Shape', 'Param #'] as const;
/** Widths of the columns, padding included, at Keras's standard line length. */
const widths = [33, 24, 15] as const;

/**
 * The table that Keras 3 prints for `model.summary()`.
 *
 * @example
 * console.log(summarize(lenetReport)); // ... Total params: 44,426 (173.54 KB)
 */
export function summarize(architecture: Architecture): string {
  const shapes = layerShapes(architecture);
  const total = shapes.reduce((sum, shape) => sum + shape.parameterCount, 0);
  const rows = shapes.map(({ layer, outputShape, parameterCount }) => [
    `${layer.name} (${kerasClasses[layer.kind]})`,
    `(None, ${outputShape.join(', ')})`,
    parameterCount.toLocaleString('en'),
  ]);
  const border = (left: string, line: string, middle: string, right: string) =>
    `${left}${widths.map((width) => line.repeat(width)).join(middle)}${right}`;
  const cells = (row: readonly string[], separator: string) => {
    const texts = row.map((text, column) =>
      column === 2 ? ` ${text.padStart(widths[2] - 2)} ` : ` ${text.padEnd(widths[column] - 2)} `,
    );
    return `${separator}${texts.join(separator)}${separator}`;
  };
  const heading = headings.map((text, column) => (column === 2 ? text.padStart(widths[2] - 2) : text));
  return [
    `Model: "${architecture.name}"`,
    border('┏', '━', '┳', '┓'),
    cells(heading, '┃'),
    border('┡', '━', '╇', '┩'),
    rows.map((row) => cells(row, '│')).join(`\n${border('├', '─', '┼', '┤')}\n`),
    border('└', '─', '┴', '┘'),
    ` Total params: ${total.toLocaleString('en')} (${sizeText(total * 4)})`,
    ` Trainable params: ${total.toLocaleString('en')} (${sizeText(total * 4)})`,
    ' Non-trainable params: 0 (0.00 B)',
    '',
  ].join('\n');
}

/** Bytes as Keras writes them: powers of 1,024, two decimals. */
function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(2)} ${units[unit]}`;
}
