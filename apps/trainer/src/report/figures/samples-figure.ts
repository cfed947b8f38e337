import type { LabelledImages } from '@lenet/core';
import { countedText } from '../number-text.js';
import { drawDigitGrid } from './digit-grid.js';
import { digitPictures } from './digit-picture.js';
import { createFigure, type Figure } from './figure.js';

const largestSampleCount = 40;

/**
 * Training images with their labels, four rows of ten at most.
 *
 * @param title of the data, e.g. `MNIST`
 */
export async function samplesFigure(samples: LabelledImages, title: string): Promise<Figure> {
  const indices = Array.from({ length: Math.min(largestSampleCount, samples.count) }, (_, index) => index);
  const pictures = await digitPictures(samples, indices);
  const grid = drawDigitGrid(
    `Training images with their labels: ${title}`,
    indices.map((index) => ({ picture: pictures[index], lines: [String(samples.labels[index])] })),
    { columns: 10, pictureSize: 56, emptyText: 'No image was given.' },
  );
  const labels = indices.map((index) => samples.labels[index]).join(', ');
  return createFigure({
    name: 'samples',
    description: `${countedText(indices.length, 'training image')}, labelled ${labels || 'nothing'}.`,
    ...grid,
  });
}
