import type { LabelledImages } from '@lenet/core';
import * as Plot from '@observablehq/plot';
import { imagePictures } from '../pictures/pictures.js';
import { pictureUris } from '../pictures/sprite.js';
import { createFigure, drawPlot, type Figure } from './figure.js';
import { lightColours } from './figure-colours.js';

/** Of a pixel of the image, in pixels of the figure. */
const PIXEL = 11;
const room = { marginTop: 30, marginLeft: 34, marginRight: 8, marginBottom: 8 };

/** The first image on axes that count its rows from the top and its columns, as `matshow` of matplotlib shows it. */
export function firstImageFigure(images: LabelledImages, classes: readonly string[]): Figure {
  const { height, width } = images;
  const size = { width: width * PIXEL, height: height * PIXEL };
  const figure = {
    width: size.width + room.marginLeft + room.marginRight,
    height: size.height + room.marginTop + room.marginBottom,
  };
  const [src] = pictureUris(imagePictures(images, [0]));
  const axis = { label: null, tickFormat: 'd', ticks: 6 } as const;
  const plot = drawPlot({
    ...figure,
    ...room,
    x: { ...axis, domain: [-0.5, width - 0.5], axis: 'top' },
    y: { ...axis, domain: [height - 0.5, -0.5] },
    marks: [
      Plot.frame({ fill: lightColours.paper }),
      Plot.image([src], {
        src: (uri: string) => uri,
        x: () => (width - 1) / 2,
        y: () => (height - 1) / 2,
        ...size,
        imageRendering: 'pixelated',
      }),
    ],
  });
  return createFigure({
    name: 'first-image',
    description: `The first training image, ${height} rows of ${width} pixels, labelled ${classes[images.labels[0]]}.`,
    ...figure,
    parts: [{ plot, x: 0, y: 0 }],
    padding: 0,
  });
}
