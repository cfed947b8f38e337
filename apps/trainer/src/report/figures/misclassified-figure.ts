import type { LabelledImages } from '@lenet/core';
import type { Misclassified } from '../misclassified.js';
import { countedText, probabilityText } from '../number-text.js';
import { drawDigitGrid } from './digit-grid.js';
import { digitPictures } from './digit-picture.js';
import { createFigure, type Figure } from './figure.js';

/** How many wrong answers are drawn at most. */
export const largestMisclassifiedCount = 40;

/** @param misclassified all wrong answers, in the order in which they are to be shown */
export async function misclassifiedFigure(
  test: LabelledImages,
  misclassified: readonly Misclassified[],
): Promise<Figure> {
  const shown = misclassified.slice(0, largestMisclassifiedCount);
  const pictures = await digitPictures(
    test,
    shown.map(({ index }) => index),
  );
  const grid = drawDigitGrid(
    'Misclassified test images, the most confident errors first',
    shown.map(({ actual, predicted, probability }, index) => ({
      picture: pictures[index],
      lines: [`${actual} read as ${predicted}`, probabilityText(probability)],
    })),
    { columns: 8, pictureSize: 64, emptyText: 'None: every test image was read right.' },
  );
  const summary = shown.map(({ actual, predicted }) => `${actual} read as ${predicted}`).join(', ');
  return createFigure({
    name: 'misclassified',
    description:
      shown.length === 0
        ? 'No test image was misclassified.'
        : `${countedText(shown.length, 'misclassified test image')}: ${summary}.`,
    ...grid,
  });
}
