import { LARGEST_MISCLASSIFIED_COUNT } from '../figures/misclassified-figure.js';
import { LARGEST_SAMPLE_COUNT } from '../figures/samples-figure.js';
import type { NetworkViews } from '../network-views.js';
import { imagePictures } from '../pictures/pictures.js';
import { createSprite, type Sprite } from '../pictures/sprite.js';
import type { ReportInput } from '../report-input.js';
import type { TestFindings } from '../test-findings.js';

/** The pictures of the page: one PNG for each kind. */
export interface PagePictures {
  /** Absent where there are no samples. */
  readonly samples?: Sprite;
  readonly test: Sprite;
  /** Where an image of the test set is in `test`. */
  readonly positions: ReadonlyMap<number, number>;
  readonly filters: Sprite;
  /** One of each layer. */
  readonly maps: readonly Sprite[];
}

export function createPagePictures(
  { samples, test }: Pick<ReportInput, 'samples' | 'test'>,
  { cells, misclassified }: TestFindings,
  network: NetworkViews,
): PagePictures {
  const sampleCount = Math.min(LARGEST_SAMPLE_COUNT, samples.count);
  const shown = new Set([
    network.example,
    ...misclassified.slice(0, LARGEST_MISCLASSIFIED_COUNT).map(({ index }) => index),
    ...cells.flatMap((cell) => cell.shown),
  ]);
  // Neighbours that look alike make a smaller file.
  const order = [...shown].sort((a, b) => test.labels[a] - test.labels[b] || a - b);
  return {
    ...(sampleCount > 0 && {
      samples: createSprite(
        'samples-sprite',
        imagePictures(
          samples,
          Array.from({ length: sampleCount }, (_, index) => index),
        ),
      ),
    }),
    test: createSprite('test-sprite', imagePictures(test, order)),
    positions: new Map(order.map((index, position) => [index, position])),
    filters: createSprite('filters-sprite', network.filters.pictures),
    maps: network.maps.map(({ pictures }, number) => createSprite(`maps-sprite-${number}`, pictures)),
  };
}
