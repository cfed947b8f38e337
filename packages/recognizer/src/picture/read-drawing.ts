import { PictureError } from '../errors/picture-error.js';
import type { BitmapLike, CanvasLike, ColourPicture } from './picture.js';

/** The part of a 2D context that pixels are read with. */
interface Context2d {
  drawImage(source: unknown, x: number, y: number): void;
  getImageData(x: number, y: number, width: number, height: number): ColourPicture;
}

/**
 * The pixels of a canvas or bitmap.
 *
 * It is drawn to a canvas of our own where the host has any: a canvas whose context is WebGL's is read as well,
 * and one without a context is not given one.
 *
 * @throws {PictureError} when the host has no canvas, or does not let its pixels be read
 */
export function readDrawing(source: CanvasLike | BitmapLike): ColourPicture {
  const { width, height } = source;
  const own = createCanvas(width, height);
  const canvas = own ?? ('getContext' in source ? source : undefined);
  const context = canvas?.getContext('2d', { willReadFrequently: true }) as Context2d | null | undefined;
  if (!context) {
    throw new PictureError({
      problem: 'expected a host with canvases, to read this picture with, got one without',
      remedy: 'Give { data, width, height } with its RGBA pixels instead.',
    });
  }
  try {
    if (own) context.drawImage(source, 0, 0);
    return context.getImageData(0, 0, width, height);
  } catch (cause) {
    throw new PictureError({
      problem: `expected pixels that may be read, got "${cause instanceof Error ? cause.message : cause}"`,
      remedy:
        (cause as Partial<Error>)?.name === 'SecurityError'
          ? 'A canvas that shows images of other sites keeps its pixels to itself: load them with crossOrigin="anonymous" from a server that allows it.'
          : 'A picture may be too large for this browser: draw it smaller.',
      cause,
    });
  }
}

interface Canvas {
  getContext(kind: '2d', settings: { willReadFrequently: boolean }): unknown;
}

interface Host {
  readonly OffscreenCanvas?: new (width: number, height: number) => Canvas;
  readonly document?: { createElement(name: string): Canvas & { width: number; height: number } };
}

/** @returns undefined where the host has none, as Node */
function createCanvas(width: number, height: number): Canvas | undefined {
  const { OffscreenCanvas, document } = globalThis as Host;
  if (OffscreenCanvas) return new OffscreenCanvas(width, height);
  return document && Object.assign(document.createElement('canvas'), { width, height });
}
