import { type InkComponent, inkComponents } from './ink-components.js';

/** What is smaller both ways than this share of the longest stroke is a speck: dust, or what is left of a line. */
const LARGEST_SPECK = 0.05;
/** What is smaller both ways than this share of a photograph's shorter side is one as well. */
const SMALLEST_INK = 0.02;
/** Pictures with shorter sides are left as they are: a single pixel may be the end of a stroke there. */
const LEAST_SIDE = 40;
/** What reaches the edge of a photograph is no ink where it is smaller than this share of the largest that does not. */
const LARGEST_AT_EDGE = 0.5;

/**
 * Takes specks away, in place: they would make the box around a digit larger than it is. Of a photograph what reaches
 * its edge goes as well, unless it is large: the end of a line, or a corner in the shadow.
 *
 * @param pixels ink, uint8 `[height, width]`
 */
export function dropSpecks(
  pixels: Uint8Array,
  height: number,
  width: number,
  { isPhotograph }: { isPhotograph: boolean },
): void {
  if (Math.min(height, width) < LEAST_SIDE) return;
  const { labels, components } = inkComponents({ pixels, height, width }, 0);
  const reachesEdge = ({ box }: InkComponent) =>
    box.left === 0 || box.top === 0 || box.right === width || box.bottom === height;
  const least = Math.max(
    LARGEST_SPECK * most(components.map(sizeOf)),
    isPhotograph ? SMALLEST_INK * Math.min(height, width) : 0,
  );
  const largestInside = most(components.map((one) => (reachesEdge(one) ? 0 : one.pixelCount)));
  const isDropped = components.map(
    (one) =>
      sizeOf(one) < least ||
      (isPhotograph && reachesEdge(one) && one.pixelCount < LARGEST_AT_EDGE * largestInside),
  );
  if (!isDropped.includes(true)) return;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    if (labels[pixel] !== 0 && isDropped[labels[pixel] - 1]) pixels[pixel] = 0;
  }
}

const sizeOf = ({ box }: InkComponent) => Math.max(box.right - box.left, box.bottom - box.top);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);
