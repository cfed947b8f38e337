import type { InkBox } from './find-ink.js';
import type { InkImage } from './ink-image.js';
import { plainInk } from './plain-ink.js';

/** Ink that hangs together. */
export interface InkComponent {
  /** Around all of its pixels, faint ones included. */
  readonly box: InkBox;
  /** Pixels above the threshold. */
  readonly pixelCount: number;
  /** Its labels, several where strokes were put together. */
  readonly members: readonly number[];
}

/** How far from strong ink faint ink still belongs to it, in pixels: the soft edge of a stroke. */
const EDGE = 2;

/**
 * Finds what hangs together, by sides or corners.
 *
 * @param threshold share of full ink above which pixels hang together; fainter ink up to two pixels
 *   beside belongs to what it is beside
 * @returns the label of each pixel, 0 for none, and the components in the order of their labels, from 1
 */
export function inkComponents(
  ink: InkImage,
  threshold: number,
): { labels: Int32Array; components: InkComponent[] } {
  const { pixels, full } = plainInk(ink);
  const { height, width } = ink;
  const labels = new Int32Array(pixels.length);
  const counts: number[] = [];
  const stack: number[] = [];
  const faint: number[] = [];
  const strong = threshold * full;
  for (let start = 0; start < pixels.length; start++) {
    if (!(pixels[start] > strong)) {
      if (pixels[start] > 0) faint.push(start);
      continue;
    }
    if (labels[start] !== 0) continue;
    const label = counts.push(0);
    labels[start] = label;
    stack.push(start);
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      counts[label - 1]++;
      const { top, bottom, left, right } = neighbourhood(pixel, height, width);
      for (let row = top; row <= bottom; row += width) {
        for (let neighbour = row + left; neighbour <= row + right; neighbour++) {
          if (labels[neighbour] !== 0 || !(pixels[neighbour] > strong)) continue;
          labels[neighbour] = label;
          stack.push(neighbour);
        }
      }
    }
  }
  for (let step = 0; step < EDGE; step++) growLabels(faint, labels, height, width);
  return { labels, components: boxesOf(labels, counts, width) };
}

/** Faint ink takes the label of the pixel beside it: all of it at once, so that labels grow by one pixel. */
function growLabels(faint: readonly number[], labels: Int32Array, height: number, width: number): void {
  const found = faint.map((pixel) => (labels[pixel] === 0 ? labelBeside(pixel, labels, height, width) : 0));
  for (const [index, label] of found.entries()) {
    if (label !== 0) labels[faint[index]] = label;
  }
}

function labelBeside(pixel: number, labels: Int32Array, height: number, width: number): number {
  const { top, bottom, left, right } = neighbourhood(pixel, height, width);
  for (let row = top; row <= bottom; row += width) {
    for (let neighbour = row + left; neighbour <= row + right; neighbour++) {
      if (labels[neighbour] !== 0) return labels[neighbour];
    }
  }
  return 0;
}

/** The square of three by three pixels around one, as far as it is in the image: starts of rows, and columns. */
function neighbourhood(pixel: number, height: number, width: number) {
  const column = pixel % width;
  const row = pixel - column;
  return {
    top: Math.max(0, row - width),
    bottom: Math.min((height - 1) * width, row + width),
    left: Math.max(0, column - 1),
    right: Math.min(width - 1, column + 1),
  };
}

function boxesOf(labels: Int32Array, counts: readonly number[], width: number): InkComponent[] {
  const boxes = counts.map(() => ({ left: width, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 }));
  for (let pixel = 0; pixel < labels.length; pixel++) {
    if (labels[pixel] === 0) continue;
    const box = boxes[labels[pixel] - 1];
    const row = Math.floor(pixel / width);
    const column = pixel - row * width;
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.top = Math.min(box.top, row);
    box.bottom = row + 1;
  }
  return boxes.map((box, index) => ({ box, pixelCount: counts[index], members: [index + 1] }));
}
