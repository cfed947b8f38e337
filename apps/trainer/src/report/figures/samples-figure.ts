import type { LabelledImages } from '@lenet/core';
import { shortLabel } from '../class-labels.js';
import { countedText } from '../number-text.js';
import { imagePictures } from '../pictures/pictures.js';
import { pictureUris } from '../pictures/sprite.js';
import { createFigure, type Figure } from './figure.js';
import { drawTileGroups } from './tile-grid.js';

/** How many training images are shown at most. */
export const LARGEST_SAMPLE_COUNT = 40;

/**
 * Training images with their labels, ten in a row, or five where classes have names.
 *
 * @param title of the data, e.g. `MNIST`
 */
export function samplesFigure(samples: LabelledImages, classes: readonly string[], title: string): Figure {
  const count = Math.min(LARGEST_SAMPLE_COUNT, samples.count);
  const pictures = imagePictures(
    samples,
    Array.from({ length: count }, (_, index) => index),
  );
  const names = Array.from(samples.labels.subarray(0, count), (label) => classes[label]);
  const isWide = names.some((name) => name.length > 8);
  return createFigure({
    name: 'samples',
    description: `${countedText(count, 'training image')}, labelled ${names.join(', ') || 'nothing'}.`,
    ...drawTileGroups([
      {
        heading: `Training images with their labels: ${title}`,
        tiles: pictureUris(pictures).map((picture, index) => ({
          picture,
          lines: [shortLabel(names[index], 20)],
        })),
        columns: isWide ? 5 : 10,
        pictureWidth: 56,
        pictureHeight: 56,
        emptyText: 'No image was given.',
      },
    ]),
  });
}
