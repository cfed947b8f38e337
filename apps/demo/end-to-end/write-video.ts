import { generateStrokes } from '@lenet/core/synthetic';

const WIDTH = 640;
const HEIGHT = 480;
const PAPER = 200;
const INK = 40;
/** In pixels. */
const PEN_RADIUS = 11;

/**
 * A film of one frame, grey, as Chromium takes it for a camera: a synthetic digit on paper.
 *
 * @returns the bytes of a Y4M file
 */
export function writeVideo(digit: number): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, PAPER);
  const { strokes } = generateStrokes({ digit, seed: 1, item: 1, split: 'test' });
  const left = (WIDTH - HEIGHT) / 2;
  for (const stroke of strokes) {
    for (const { x, y } of stroke) dot(luma, left + x * HEIGHT, y * HEIGHT);
  }
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\nFRAME\n`);
  return Buffer.concat([header, luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

function dot(luma: Buffer, centreX: number, centreY: number): void {
  for (let y = Math.ceil(centreY - PEN_RADIUS); y <= centreY + PEN_RADIUS; y++) {
    for (let x = Math.ceil(centreX - PEN_RADIUS); x <= centreX + PEN_RADIUS; x++) {
      if (Math.hypot(x - centreX, y - centreY) <= PEN_RADIUS) luma[y * WIDTH + x] = INK;
    }
  }
}
