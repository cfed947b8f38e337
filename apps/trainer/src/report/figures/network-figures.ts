import type { LabelledImages } from '@lenet/core';
import type { LayerView, NetworkViews } from '../network-views.js';
import { imagePictures } from '../pictures/pictures.js';
import { pictureUris } from '../pictures/sprite.js';
import { createFigure, type Figure } from './figure.js';
import { drawTileGroups, type TileGroup, tileFigureWidth } from './tile-grid.js';

const MAPS_IN_A_ROW = 8;
const GAP = 6;
const mapWidth = tileFigureWidth / MAPS_IN_A_ROW - GAP;

/** The weights of the first layer. */
export function filtersFigure({ filters }: NetworkViews): Figure {
  return createFigure({
    name: 'filters',
    description: `The weights of ${filters.layer}, ${filters.size}: orange above zero, blue below.`,
    ...drawTileGroups([groupOf(filters)]),
  });
}

/**
 * What the layers make of the example.
 *
 * @param test has the example
 * @param given what the example is and was read as
 */
export function featureMapsFigure(
  { maps, example }: NetworkViews,
  test: LabelledImages,
  given: string,
): Figure {
  const layers = maps.map(({ layer, size }) => `${layer}, ${size}`);
  const [picture] = pictureUris(imagePictures(test, [example]));
  const input: TileGroup = {
    heading: `${given.charAt(0).toUpperCase()}${given.slice(1)}`,
    tiles: [{ picture, lines: [] }],
    columns: MAPS_IN_A_ROW,
    pictureWidth: mapWidth,
    pictureHeight: (mapWidth * test.height) / test.width,
  };
  return createFigure({
    name: 'feature-maps',
    description: `What the layers make of ${given}: ${layers.join('; ')}.`,
    ...drawTileGroups([input, ...maps.map(groupOf)]),
  });
}

function groupOf({ layer, size, pictures }: LayerView): TileGroup {
  const { count, height, width } = pictures;
  // A lone picture is of units in rows, which are wider than high.
  const columns = count === 1 ? 2 : count > 2 * MAPS_IN_A_ROW ? 2 * MAPS_IN_A_ROW : MAPS_IN_A_ROW;
  const pictureWidth = tileFigureWidth / columns - GAP;
  return {
    heading: `${layer}: ${size}`,
    tiles: pictureUris(pictures).map((picture) => ({ picture, lines: [] })),
    columns,
    pictureWidth,
    pictureHeight: (pictureWidth * height) / width,
  };
}
