import type { LabelledImages } from '@lenet/core';
import { shortLabel } from '../class-labels.js';
import type { Misclassified } from '../misclassified.js';
import { countedText, probabilityText } from '../number-text.js';
import { imagePictures } from '../pictures/pictures.js';
import { pictureUris } from '../pictures/sprite.js';
import { createFigure, type Figure } from './figure.js';
import { drawTileGroups } from './tile-grid.js';

/** How many wrong answers are drawn at most. */
export const LARGEST_MISCLASSIFIED_COUNT = 40;

/** @param misclassified all wrong answers, in the order in which they are to be shown */
export function misclassifiedFigure(
  test: LabelledImages,
  misclassified: readonly Misclassified[],
  classes: readonly string[],
): Figure {
  const shown = misclassified.slice(0, LARGEST_MISCLASSIFIED_COUNT);
  const pictures = imagePictures(
    test,
    shown.map(({ index }) => index),
  );
  const isWide = shown.some(
    ({ actual, predicted }) => classes[actual].length + classes[predicted].length > 6,
  );
  const summary = shown.map(({ actual, predicted }) => `${classes[actual]} read as ${classes[predicted]}`);
  return createFigure({
    name: 'misclassified',
    description:
      shown.length === 0
        ? 'No test image was misclassified.'
        : `${countedText(shown.length, 'misclassified test image')}: ${summary.join(', ')}.`,
    ...drawTileGroups([
      {
        heading: 'Misclassified test images, the most confident errors first',
        tiles: pictureUris(pictures).map((picture, index) => {
          const { actual, predicted, probability, actualProbability } = shown[index];
          const name = (label: number) => shortLabel(classes[label], 14);
          return {
            picture,
            lines: [
              `${name(actual)} read as ${name(predicted)}`,
              `${name(predicted)}: ${probabilityText(probability)}`,
              `${name(actual)}: ${probabilityText(actualProbability)}`,
            ],
          };
        }),
        columns: isWide ? 3 : 8,
        pictureWidth: 64,
        pictureHeight: 64,
        emptyText: 'None: every test image was read right.',
      },
    ]),
  });
}
